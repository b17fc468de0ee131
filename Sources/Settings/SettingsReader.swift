internal import Boot
internal import Rules
package import SourceText
internal import YAML

/// Why a `.dovetail.yaml` is refused, and where.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  package let placed: PlacedMessage

  package var description: String { "\(placed)" }
}

/// Reads `.dovetail.yaml`; a key that nobody knows is an error, not a surprise.
package struct SettingsReader {
  private let file: SourceFile
  private let names: Set<String>

  /// `names` are the ids and areas of all rules.
  package init(_ file: SourceFile, names: Set<String>) {
    self.file = file
    self.names = names
  }

  /// The settings of the file.
  package func settings() throws(SettingsError) -> Settings {
    var settings = Settings()
    settings.path = file.path
    guard let root = try document(), !root.isNull else { return settings }
    for pair in try pairs(root, "the settings") {
      try read(pair, into: &settings)
    }
    return settings
  }

  private func document() throws(SettingsError) -> YAMLNode? {
    do {
      return try YAMLDocument.read(file)
    } catch {
      throw problem(error.reason, at: error.span)
    }
  }

  private func read(_ pair: YAMLPair, into settings: inout Settings) throws(SettingsError) {
    switch pair.key.text {
    case "rules":
      settings.parts.append(Settings.Part(path: nil, weights: try weights(pair.value)))
    case "paths":
      for part in try elements(pair.value, "paths") { settings.parts.append(try self.part(part)) }
    case "rule-folders":
      settings.ruleFolders += try texts(pair.value, "rule-folders", of: "a folder")
    case "cores":
      guard let number = Int(try text(pair.value, "a number")), number > 0 else {
        throw problem("`cores` is a number of 1 or more", at: pair.value.span)
      }
      settings.cores = number
    case "nginx-version": settings.nginxVersion = try nginxVersion(pair.value)
    case "origins": settings.origins = try origins(pair.value)
    case "kept-headers":
      settings.keptHeaders = try texts(pair.value, "kept-headers", of: "a header")
    case "environment":
      for variable in try pairs(pair.value, "environment") {
        settings.environment[variable.key.text] = try text(variable.value, "a text")
      }
    case "roles":
      for role in try pairs(pair.value, "roles") {
        settings.assignments.append(try assignment(role))
      }
    case "probe": settings.expectations = try expectations(pair.value)
    default: throw unknown(pair.key, Self.keys)
    }
  }

  private static let keys = [
    "rules", "paths", "rule-folders", "roles", "cores", "environment", "nginx-version", "origins",
    "kept-headers", "probe",
  ]

  private func assignment(_ pair: YAMLPair) throws(SettingsError) -> FileAssignment {
    let word = try text(pair.value, "a program")
    guard let reader = FileAssignment.Reader(rawValue: word) else {
      let known = FileAssignment.Reader.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("`\(word)` is none of \(known)", at: pair.value.span)
    }
    return FileAssignment(pattern: pair.key.text, reader: reader)
  }

  private func part(_ node: YAMLNode) throws(SettingsError) -> Settings.Part {
    var part = Settings.Part(path: nil, weights: [:])
    for pair in try pairs(node, "an entry of paths") {
      switch pair.key.text {
      case "path": part.path = try text(pair.value, "a path")
      case "rules": part.weights = try weights(pair.value)
      default: throw unknown(pair.key, ["path", "rules"])
      }
    }
    guard part.path != nil else {
      throw problem("an entry of `paths` needs a `path`", at: node.span)
    }
    return part
  }

  private func weights(_ node: YAMLNode) throws(SettingsError) -> [String: Settings.Weight] {
    var weights: [String: Settings.Weight] = [:]
    for pair in try pairs(node, "rules") {
      guard names.contains(pair.key.text) else {
        throw unknown(
          pair.key, "there is no rule or area `\(pair.key.text)`", nearest: names.sorted())
      }
      let word = try text(pair.value, "a severity or off")
      switch Severity(rawValue: word) {
      case let severity?: weights[pair.key.text] = .severity(severity)
      // YAML 1.1 reads a bare `off` as false; people write both.
      case nil where word == "off" || word == "false": weights[pair.key.text] = .off
      case nil:
        throw problem("`\(word)` is none of error, warning, note, off", at: pair.value.span)
      }
    }
    return weights
  }

  func pairs(_ node: YAMLNode, _ what: String) throws(SettingsError) -> [YAMLPair] {
    guard let pairs = node.pairs else {
      throw problem("\(what) must be names with values", at: node.span)
    }
    return pairs
  }

  func elements(_ node: YAMLNode, _ what: String) throws(SettingsError) -> [YAMLNode] {
    guard let elements = node.elements else {
      throw problem("`\(what)` must be a list", at: node.span)
    }
    return elements
  }

  func texts(_ node: YAMLNode, _ list: String, of what: String) throws(SettingsError) -> [String] {
    var texts: [String] = []
    for element in try elements(node, list) { texts.append(try text(element, what)) }
    return texts
  }

  func text(_ node: YAMLNode, _ what: String) throws(SettingsError) -> String {
    guard let scalar = node.scalar else { throw problem("\(what) must stand here", at: node.span) }
    return scalar.text
  }

  func unknown(_ key: YAMLScalar, _ known: [String]) -> SettingsError {
    let list = known.joined(separator: ", ")
    return unknown(key, "the key `\(key.text)` is none of \(list)", nearest: known)
  }

  private func unknown(
    _ name: YAMLScalar, _ message: String, nearest known: [String]
  ) -> SettingsError {
    let meant = Spelling.nearest(to: name.text, among: known)
    return problem(message + (meant.map { "; perhaps `\($0)`" } ?? ""), at: name.span)
  }

  func problem(_ message: String, at span: SourceSpan) -> SettingsError {
    let position = LineIndex(file).position(at: Int(span.start))
    return SettingsError(placed: PlacedMessage(message, at: position, in: file))
  }
}
