import Machine
import ShellScript

/// Expands the words of a command as the shell does: variables, fields, patterns.
struct ShellExpander {
  let state: ShellState
  let image: Image

  /// The words that a list of words becomes.
  func fields(_ words: [ShellWord]) -> [String] {
    words.flatMap(fields)
  }

  /// One word as one text, neither split nor taken for a pattern.
  func text(_ word: ShellWord) -> String {
    word.parts.map { text($0.kind, depth: 0) }.joined()
  }

  // MARK: - Fields

  private struct Field {
    var text = ""

    /// Which characters were not quoted, so that they can be a pattern.
    var isOpen: [Bool] = []
    var isThere = false

    mutating func append(_ piece: some StringProtocol, isQuoted: Bool) {
      text += piece
      isOpen += piece.map { _ in !isQuoted }
      isThere = isThere || isQuoted || !piece.isEmpty
    }
  }

  private func fields(_ word: ShellWord) -> [String] {
    braced(word).flatMap { pieces in
      split(pieces).flatMap(matches)
    }
  }

  /// Splits what variables and substitutions made at its blanks, unless it was quoted.
  private func split(_ parts: [ShellWord.Part]) -> [Field] {
    var fields: [Field] = []
    var current = Field()
    for (position, part) in parts.enumerated() {
      if part.isQuoted, part.kind.isAllArguments {
        // `"$@"` makes a field of each argument.
        for (index, argument) in state.arguments.dropFirst().enumerated() {
          if index > 0 {
            fields.append(current)
            current = Field()
          }
          current.append(argument, isQuoted: true)
        }
        continue
      }
      let text = text(part.kind, depth: 0)
      if part.isQuoted || part.kind.isLiteral {
        let isHome = position == 0 && !part.isQuoted
        current.append(isHome ? withHome(text) : text, isQuoted: part.isQuoted)
        continue
      }
      let pieces = text.split(omittingEmptySubsequences: false) { $0.isWhitespace }
      for (index, piece) in pieces.enumerated() {
        if index > 0, current.isThere {
          fields.append(current)
          current = Field()
        }
        current.append(piece, isQuoted: false)
      }
    }
    if current.isThere { fields.append(current) }
    return fields
  }

  private func withHome(_ text: String) -> String {
    guard text == "~" || text.hasPrefix("~/") else { return text }
    return (state.variables["HOME"] ?? "/root") + text.dropFirst()
  }

  /// The paths that a field with wildcards stands for; the field itself where there are none.
  private func matches(_ field: Field) -> [String] {
    let isPattern = zip(field.text, field.isOpen).contains { "*?[".contains($0) && $1 }
    guard isPattern, !Unknown.isIn(field.text) else { return [field.text] }
    let path = state.path(field.text)
    let found = image.glob(path).paths
    guard !found.isEmpty else { return [field.text] }
    guard !field.text.hasPrefix("/") else { return found }
    let prefix = state.folder == "/" ? "/" : state.folder + "/"
    return found.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
  }

  /// The words that braces make of one, in bash: `{a,b}` and `{1..3}`.
  private func braced(_ word: ShellWord) -> [[ShellWord.Part]] {
    guard state.dialect == .bash else { return [word.parts] }
    return word.withBracesExpanded().map(\.parts)
  }

  // MARK: - Values

  private static let depthLimit = 20

  private func text(_ kind: ShellWord.Kind, depth: Int) -> String {
    switch kind {
    case .literal(let text): return text
    case .opaque: return String(Unknown.mark)
    case .substitution(let list): return output(of: list) ?? String(Unknown.mark)
    case .variable(let variable):
      guard depth < Self.depthLimit else { return String(Unknown.mark) }
      return text(variable, depth: depth + 1)
    }
  }

  private func value(_ name: String) -> String? {
    if let value = state.variables[name] { return value }
    if let number = Int(name) {
      return state.arguments.indices.contains(number) ? state.arguments[number] : nil
    }
    switch name {
    case "@", "*": return state.arguments.dropFirst().joined(separator: " ")
    case "#": return String(max(0, state.arguments.count - 1))
    case "PWD": return state.folder
    case "?", "$", "!", "-", "RANDOM", "HOSTNAME", "UID", "EUID": return String(Unknown.mark)
    default: return nil
    }
  }

  private func text(_ variable: ShellVariable, depth: Int) -> String {
    let current = value(variable.name) ?? (state.isEnvironmentComplete ? nil : String(Unknown.mark))
    switch variable.modifier {
    case .none:
      return current ?? ""
    case .conditional(let sign, let emptyIsUnset, let word):
      let isUnset = current == nil || (emptyIsUnset && current == "")
      let other = word.parts.map { text($0.kind, depth: depth) }.joined()
      switch sign {
      case "+": return isUnset ? "" : other
      case "?": return current ?? ""
      default: return isUnset ? other : current ?? ""
      }
    case .length, .trim, .other:
      return String(Unknown.mark)
    }
  }

  /// What a substitution prints, for the few commands where that is plain.
  private func output(of list: ShellList) -> String? {
    guard list.items.count == 1, list.items[0].pipelines.count == 1,
      list.items[0].pipelines[0].pipeline.commands.count == 1,
      case .simple(let command) = list.items[0].pipelines[0].pipeline.commands[0]
    else { return nil }
    let words = command.words.map { $0.literal }
    switch words.first {
    case "pwd": return state.folder
    case "whoami": return state.owner == 0 ? "root" : nil
    case "basename", "dirname": return nameOrFolder(fields(command.words))
    case "echo":
      let rest = words.dropFirst()
      return rest.contains { $0 == nil } ? nil : rest.compactMap { $0 }.joined(separator: " ")
    default: return nil
    }
  }

  /// What `basename PATH [SUFFIX]` or `dirname PATH` prints.
  private func nameOrFolder(_ words: [String]) -> String? {
    guard words.count > 1, !words.contains(where: { Unknown.isIn($0) || $0.hasPrefix("-") }) else {
      return nil
    }
    var path = words[1][...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let slash = path.lastIndex(of: "/")
    if words[0] == "dirname" {
      guard words.count == 2 else { return nil }
      return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
    let name = slash.map { path[path.index(after: $0)...] } ?? path
    let suffix = words.count > 2 ? words[2] : ""
    let isCut = name != suffix && name.hasSuffix(suffix)
    return String(isCut ? name.dropLast(suffix.count) : name)
  }
}

extension ShellWord.Kind {
  fileprivate var isAllArguments: Bool {
    if case .variable(let variable) = self { variable.name == "@" } else { false }
  }

  fileprivate var isLiteral: Bool {
    if case .literal = self { true } else { false }
  }
}
