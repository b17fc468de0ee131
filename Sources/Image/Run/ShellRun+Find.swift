import Machine

extension ShellRun {
  /// `find` changes something only with `-delete` and `-exec`.
  mutating func find(_ line: CommandLine) -> CommandOutcome {
    output = nil
    let words = line.arguments
    let roots = words.prefix { !$0.hasPrefix("-") && $0 != "(" && $0 != "!" }
    guard let change = FindChange(words) else { return .unknown }
    let tests = Array(zip(words, words.dropFirst()))
    let patterns = tests.filter { $0.0 == "-name" || $0.0 == "-path" }.map { GlobPattern($0.1) }
    let sparesFolders = tests.contains { $0 == ("-type", "f") }
    for root in roots.isEmpty ? ["."] : Array(roots) {
      guard let path = known(root) else { continue }
      if case .other(let program) = change {
        doubtEverything(because: program)
      } else {
        doubt(change, at: path) { name, kind in
          !(sparesFolders && kind == .folder)
            && (patterns.isEmpty || patterns.contains { $0.matches(name) })
        }
      }
    }
    return .unknown
  }

  private mutating func doubt(
    _ change: FindChange, at path: String, where isMeant: (String, FileKind) -> Bool
  ) {
    guard case .found(let start, let names, _) = image.tree.walk(path) else { return }
    if let name = names.last, isMeant(name, image.tree[start].node.kind) { doubt(change, start) }
    for folder in image.tree.indices(below: start) {
      for (name, index) in image.tree[folder].children
      where isMeant(name, image.tree[index].node.kind) {
        doubt(change, index)
      }
    }
  }

  private mutating func doubt(_ change: FindChange, _ index: Int) {
    switch change {
    case .removal:
      if image.tree[index].presence == .present { image.tree[index].presence = .unknown }
    case .attributes:
      image.tree[index].node.owner = nil
      image.tree[index].node.group = nil
      image.tree[index].node.mode = nil
    case .content:
      image.tree[index].node.content = .unknown
    case .other:
      break
    }
  }
}

/// What a `find` does to the files that it finds.
private enum FindChange {
  case removal
  case attributes
  case content
  case other(String)

  /// Reads it off the words of the command; nil where it only looks.
  init?(_ words: [String]) {
    if words.contains("-delete") {
      self = .removal
      return
    }
    guard let place = words.firstIndex(where: { $0.hasPrefix("-exec") || $0.hasPrefix("-ok") }),
      let program = words[(place + 1)...].first
    else { return nil }
    switch program.split(separator: "/").last.map(String.init) {
    case "rm", "rmdir", "unlink": self = .removal
    case "chmod", "chown", "chgrp": self = .attributes
    case "sed": self = .content
    case let name?:
      if CommandEffect.of(name) == .reads { return nil }
      self = .other(name)
    case nil: return nil
    }
  }
}
