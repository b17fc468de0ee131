import Dockerfile
import SourceText
import YAML

/// Turns the YAML of a compose file into services.
struct ComposeReader {
  let variables: [String: String]

  /// Whether the file only changes the services of another one.
  let isOverride: Bool
  var problems: [ComposeProblem] = []

  mutating func service(_ pair: YAMLPair) -> ComposeService? {
    let node = pair.value
    guard node.pairs != nil else {
      report("services.\(pair.key.text) must be a mapping", node.span)
      return nil
    }
    let name = ExpandedWord(pair.key.text, span: pair.key.span)
    var service = ComposeService(name: name, span: pair.key.span)
    service.build = node["build"].flatMap { build($0) }
    service.image = word(node["image"])
    service.command = command(node["command"])
    service.entrypoint = command(node["entrypoint"])
    service.user = word(node["user"])
    service.workingDirectory = word(node["working_dir"])
    service.environment = variableList(node["environment"])
    service.environmentFiles = list(node["env_file"]) { $0["path"] ?? $0 }
    service.mounts = mounts(of: node)
    service.mountsOf = list(node["volumes_from"]) { $0 }.map(\.text)
    service.ports = (node["ports"]?.elements ?? []).flatMap { ports($0) }
    service.exposed = list(node["expose"]) { $0 }
    service.hostName = word(node["hostname"])
    service.containerName = word(node["container_name"])
    service.profiles = list(node["profiles"]) { $0 }.map(\.text)
    service.healthcheck = healthcheck(node["healthcheck"])
    readNetworks(of: node, into: &service)
    service.dependencies = names(node["depends_on"])
    service.base = base(node["extends"])
    if service.image == nil, service.build == nil, service.base == nil, !isOverride {
      report("service \"\(name.text)\" has neither an image nor a build context", pair.key.span)
    }
    return service
  }

  mutating func report(_ reason: String, _ span: SourceSpan) {
    problems.append(ComposeProblem(reason: reason, span: span))
  }

  private mutating func build(_ node: YAMLNode) -> ComposeService.Build? {
    if let context = word(node) { return ComposeService.Build(context: context) }
    guard node.pairs != nil else { return nil }
    let here = ExpandedWord(".", span: node.span)
    var build = ComposeService.Build(context: word(node["context"]) ?? here)
    build.dockerfile = word(node["dockerfile"])
    build.target = word(node["target"])
    build.arguments = variableList(node["args"])
    return build
  }

  private mutating func base(_ node: YAMLNode?) -> ComposeService.Base? {
    guard let node, let name = word(node["service"] ?? node) else { return nil }
    return ComposeService.Base(file: word(node["file"]), service: name)
  }

  // MARK: - Values

  /// A text with its variables filled in; nil for what is no text.
  mutating func word(_ node: YAMLNode?) -> ExpandedWord? {
    guard let node, let scalar = node.scalar, !node.isNull else { return nil }
    return expanded(scalar)
  }

  private mutating func expanded(_ scalar: YAMLScalar) -> ExpandedWord {
    let result = ComposeVariables.expand(scalar.text, with: variables)
    if !result.isWellFormed {
      report("invalid interpolation format for \"\(scalar.text)\"", scalar.span)
    }
    return ExpandedWord(
      result.text, span: scalar.span, isCertain: result.isCertain && result.isWellFormed)
  }

  /// The texts of a list, or one that stands for a list of one.
  mutating func list(
    _ node: YAMLNode?, _ part: (YAMLNode) -> YAMLNode
  ) -> [ExpandedWord] {
    guard let node else { return [] }
    var words: [ExpandedWord] = []
    for element in node.elements ?? [node] {
      if let word = word(part(element)) { words.append(word) }
    }
    return words
  }

  /// The texts of a list, or the keys of a mapping.
  mutating func names(_ node: YAMLNode?) -> [ExpandedWord] {
    if let pairs = node?.pairs {
      return pairs.map { ExpandedWord($0.key.text, span: $0.key.span) }
    }
    return list(node) { $0 }
  }

  /// `NAME: value` or `- NAME=value`; one without a value is that of whoever starts compose.
  private mutating func variableList(_ node: YAMLNode?) -> [BuildVariable] {
    if let pairs = node?.pairs {
      return pairs.map { pair in
        let value = word(pair.value)
        let isEmptyText = pair.value.scalar.map { !$0.isPlain } ?? false
        let missing = ExpandedWord("", span: pair.key.span, isCertain: isEmptyText)
        return BuildVariable(pair.key.text, value ?? missing)
      }
    }
    return list(node) { $0 }.map { word in
      let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let hasValue = parts.count > 1
      let text = hasValue ? String(parts[1]) : ""
      return BuildVariable(
        String(parts[0]),
        ExpandedWord(text, span: word.span, isCertain: word.isCertain && hasValue))
    }
  }

  /// A command: a list of words, or a text that compose splits like a shell, without one.
  private mutating func command(_ node: YAMLNode?) -> ImageCommand? {
    guard let node, !node.isNull else { return nil }
    if let text = word(node) {
      let words = ComposeVariables.words(of: text.text).map {
        ExpandedWord($0, span: text.span, isCertain: text.isCertain)
      }
      return ImageCommand(words: words, span: node.span)
    }
    return ImageCommand(words: list(node) { $0 }, span: node.span)
  }
}
