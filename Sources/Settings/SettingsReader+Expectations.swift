import YAML

extension SettingsReader {
  /// The requests below `probe:`, and what is expected of their answers.
  func expectations(_ node: YAMLNode) throws(SettingsError) -> [Expectation] {
    var expectations: [Expectation] = []
    for pair in try pairs(node, "probe") {
      guard pair.key.text == "requests" else { throw unknown(pair.key, ["requests"]) }
      for request in try elements(pair.value, "requests") {
        expectations.append(try expectation(request))
      }
    }
    return expectations
  }

  private func expectation(_ node: YAMLNode) throws(SettingsError) -> Expectation {
    var request = Expectation(name: "")
    var expected: YAMLNode?
    for pair in try pairs(node, "a request") {
      switch pair.key.text {
      case "name": request.name = try text(pair.value, "a name")
      case "method": request.method = try text(pair.value, "a method")
      case "path": request.path = try text(pair.value, "a path")
      case "headers": request.headers = try texts(pair.value, "headers")
      case "body": request.body = try text(pair.value, "a text")
      case "retries": request.retries = try number(pair.value, "retries")
      case "expect": expected = pair.value
      default:
        throw unknown(
          pair.key, ["name", "method", "path", "headers", "body", "retries", "expect"])
      }
    }
    if request.name.isEmpty { request.name = "\(request.method) \(request.path)" }
    guard let expected else {
      request.status = 200
      return request
    }
    try read(expected, into: &request)
    return request
  }

  private func read(
    _ expected: YAMLNode, into request: inout Expectation
  ) throws(SettingsError) {
    for pair in try pairs(expected, "expect") {
      switch pair.key.text {
      case "status": request.status = try number(pair.value, "status")
      case "headers": request.expectedHeaders = try texts(pair.value, "headers")
      case "body": request.contains = try text(pair.value, "a text")
      case "matches": request.matches = try pattern(pair.value)
      case "json":
        request.json = try texts(pair.value, "json").map { ($0.name, $0.value) }
      case "latency": request.latency = try duration(pair.value)
      default:
        throw unknown(pair.key, ["status", "headers", "body", "matches", "json", "latency"])
      }
    }
  }

  private func texts(
    _ node: YAMLNode, _ what: String
  ) throws(SettingsError) -> [(name: String, value: String)] {
    var texts: [(name: String, value: String)] = []
    for pair in try pairs(node, what) {
      texts.append((pair.key.text, try text(pair.value, "a text")))
    }
    return texts
  }

  private func number(_ node: YAMLNode, _ name: String) throws(SettingsError) -> Int {
    guard let number = Int(try text(node, "a number")), number >= 0 else {
      throw problem("`\(name)` is a number of 0 or more", at: node.span)
    }
    return number
  }

  private func pattern(_ node: YAMLNode) throws(SettingsError) -> String {
    let pattern = try text(node, "a regular expression")
    guard (try? Regex(pattern)) != nil else {
      throw problem("`\(pattern)` is no regular expression", at: node.span)
    }
    return pattern
  }

  private func duration(_ node: YAMLNode) throws(SettingsError) -> Duration {
    let text = try text(node, "a length of time")
    guard let duration = Duration(written: text) else {
      throw problem("`\(text)` is no length of time, such as `250ms` or `2s`", at: node.span)
    }
    return duration
  }
}
