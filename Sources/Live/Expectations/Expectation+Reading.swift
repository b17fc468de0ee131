extension Expectation {
  /// Something in `.dovetail.yaml` that is no expectation.
  package struct Malformed: Error, CustomStringConvertible {
    package var description: String
  }

  /// The expectations below `probe:` of a project's `.dovetail.yaml`.
  ///
  /// - Throws: `ProjectDocument.Failure` and `Malformed`.
  package static func read(_ text: String) throws -> [Expectation] {
    guard case .object(let document) = try ProjectDocument.read(text),
      let probe = document["probe"]
    else { return [] }
    guard case .object(let members) = probe, case .array(let requests)? = members["requests"] else {
      throw Malformed(description: "`probe:` needs a list `requests:`")
    }
    return try requests.enumerated().map { number, request in
      guard case .object(let request) = request else {
        throw Malformed(description: "request \(number + 1) of `probe:` has no keys")
      }
      return try Expectation(request, number: number + 1)
    }
  }

  private init(_ request: [String: JSONValue], number: Int) throws {
    let method = request["method"]?.text ?? "GET"
    let path = request["path"]?.text ?? "/"
    self.init(name: request["name"]?.text ?? "\(method) \(path)")
    self.method = method
    self.path = path
    headers = pairs(request["headers"])
    body = request["body"]?.text ?? ""
    retries = request["retries"].flatMap { Int($0.text) } ?? 0
    if let unknown = request.keys.sorted().first(where: { !Self.keys.contains($0) }) {
      throw Malformed(description: "request \(number) of `probe:` has an unknown key `\(unknown)`")
    }
    guard case .object(let expected)? = request["expect"] else {
      status = 200
      return
    }
    try read(expected, number: number)
  }

  private mutating func read(_ expected: [String: JSONValue], number: Int) throws {
    if let unknown = expected.keys.sorted().first(where: { !Self.expectedKeys.contains($0) }) {
      throw Malformed(
        description: "`expect:` of request \(number) has an unknown key `\(unknown)`")
    }
    status = expected["status"].flatMap { Int($0.text) }
    expectedHeaders = pairs(expected["headers"])
    contains = expected["body"]?.text
    matches = expected["matches"]?.text
    json = pairs(expected["json"]).map { ($0.name, $0.value) }
    latency = try expected["latency"].map { try Self.duration($0.text) }
  }

  private func pairs(_ value: JSONValue?) -> [(name: String, value: String)] {
    guard case .object(let members)? = value else { return [] }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) }
  }

  /// Reads `250ms`, `2s` and `1.5`, which is in seconds.
  package static func duration(_ text: String) throws -> Duration {
    let isMilliseconds = text.hasSuffix("ms")
    let digits =
      isMilliseconds ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : text[...]
    guard let number = Double(digits), number >= 0, number < 86_400_000 else {
      throw Malformed(description: "`\(text)` is no length of time, such as `250ms` or `2s`")
    }
    return isMilliseconds ? .milliseconds(number) : .seconds(number)
  }

  private static let keys: Set = ["name", "method", "path", "headers", "body", "retries", "expect"]
  private static let expectedKeys: Set = [
    "status", "headers", "body", "matches", "json", "latency",
  ]
}
