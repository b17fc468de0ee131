import Dockerfile
import SourceText
import YAML

/// Turns the YAML of a compose file into services.
struct ComposeReader {
  let variables: [String: String]
  var problems: [ComposeProblem] = []

  /// The files of the machine that `configs` names, as far as they are any.
  var configurations: [String: ExpandedWord] = [:]

  mutating func services(_ node: YAMLNode?) -> [ComposeService] {
    guard let node, !node.isNull else { return [] }
    guard let pairs = node.pairs else {
      report("services must be a mapping", node.span)
      return []
    }
    return pairs.compactMap { service($0) }
  }

  private mutating func service(_ pair: YAMLPair) -> ComposeService? {
    let node = pair.value
    guard node.pairs != nil else {
      report("services.\(pair.key.text) must be a mapping", node.isNull ? pair.key.span : node.span)
      return nil
    }
    checkTexts(of: pair)
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
    service.dependencies = dependencies(node["depends_on"]) + impliedDependencies(node)
    service.base = base(node["extends"])
    service.replacedKeys = (node.pairs ?? []).filter(\.isReplacing).map(\.key.text)
    return service
  }

  mutating func report(_ reason: String, _ span: SourceSpan) {
    problems.append(ComposeProblem(reason: reason, span: span))
  }

  private mutating func build(_ node: YAMLNode) -> ComposeService.Build? {
    if let context = word(node) { return ComposeService.Build(context: context) }
    guard node.pairs != nil else { return nil }
    var build = ComposeService.Build(context: word(node["context"]))
    build.dockerfile = word(node["dockerfile"])
    build.inlineDockerfile = word(node["dockerfile_inline"])
    build.target = word(node["target"])
    build.arguments = variableList(node["args"])
    return build
  }

  private mutating func base(_ node: YAMLNode?) -> ComposeService.Base? {
    guard let node, let name = word(node["service"] ?? node) else { return nil }
    return ComposeService.Base(file: word(node["file"]), service: name)
  }

  /// The services of `depends_on` that have to be there.
  private mutating func dependencies(_ node: YAMLNode?) -> [ExpandedWord] {
    guard let pairs = node?.pairs else { return list(node) { $0 } }
    return pairs.filter { $0.value["required"]?.scalar?.text != "false" }
      .map { ExpandedWord($0.key.text, span: $0.key.span) }
  }

  /// The services that are named as if they were there.
  private mutating func impliedDependencies(_ node: YAMLNode) -> [ExpandedWord] {
    let others = list(node["volumes_from"]) { $0 }.filter { !$0.text.hasPrefix("container:") }
    let mode = list(node["network_mode"]) { $0 }.filter { $0.text.hasPrefix("service:") }
      .map { ExpandedWord(String($0.text.dropFirst(8)), span: $0.span, isCertain: $0.isCertain) }
    return mode
      + (list(node["links"]) { $0 } + others).map { word in
        let name = String(word.text.prefix { $0 != ":" })
        return ExpandedWord(name, span: word.span, isCertain: word.isCertain)
      }
  }

  mutating func inclusions(_ node: YAMLNode?) -> [ComposeInclusion] {
    (node?.elements ?? []).map { element in
      ComposeInclusion(
        paths: list(element["path"] ?? element) { $0 },
        directory: word(element["project_directory"]),
        environmentFiles: list(element["env_file"]) { $0 }, span: element.span)
    }
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
      report("invalid interpolation format: \(scalar.text)", scalar.span)
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
      let words = ComposeCommandWords.words(of: text.text)
      if words == nil, text.isCertain { report("invalid command line string", node.span) }
      return ImageCommand(
        words: (words ?? []).map {
          ExpandedWord($0, span: text.span, isCertain: text.isCertain)
        }, span: node.span)
    }
    return ImageCommand(words: list(node) { $0 }, span: node.span)
  }
}

extension YAMLPair {
  fileprivate var isReplacing: Bool { valueTag == "!reset" || valueTag == "!override" }
}
