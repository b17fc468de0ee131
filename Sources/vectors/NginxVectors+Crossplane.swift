import FoundationEssentials
import NginxConfig
import SourceText

extension NginxVectors {
  /// Compares our payload with crossplane's, where crossplane reads as nginx does.
  func payload(_ name: String, _ expected: NginxExpectation) throws -> [String] {
    guard expected.nginx["nginx-1.22.1"]?.ok == true else { return [] }
    var sources = SourceFiles()
    let configuration = load(name, expected, &sources)
    var differences: [String] = []
    for (mode, options) in Self.modes {
      guard let theirs = expected.crossplane[mode], theirs["status"]?.text == "ok" else {
        continue
      }
      let payload = CrossplanePayload(
        configuration, sources: sources, options: options, name: relative
      )
      let ours = try JSONDecoder().decode(JSONValue.self, from: Data(payload.json.utf8))
      guard ours != theirs, readsAsNginx(theirs, expected), !endsLinesAtCR(name) else { continue }
      differences += ours.differences(from: theirs, at: "payload \(mode)").prefix(1)
    }
    return differences
  }

  private static var modes: [(String, CrossplanePayload.Options)] {
    [
      ("default", CrossplanePayload.Options()),
      ("comments", CrossplanePayload.Options(includesComments: true)),
      ("combine", CrossplanePayload.Options(combines: true)),
    ]
  }

  /// Whether the file has a CR without LF, where crossplane begins a new line and nginx does not.
  private func endsLinesAtCR(_ name: String) -> Bool {
    let text = (try? Data(contentsOf: file("\(name).conf"))) ?? Data()
    return zip(text, text.dropFirst()).contains { $0 == 13 && $1 != 10 }
  }

  /// Whether crossplane has found the same words in the main file as nginx's lexer.
  private func readsAsNginx(_ payload: JSONValue, _ expected: NginxExpectation) -> Bool {
    guard let tokens = expected.tokens else { return false }
    let parsed = payload["config"]?.elements.first?["parsed"]?.elements ?? []
    let theirs = Self.words(of: parsed)
    let nginx = tokens.stream.flatMap { $0.words ?? [] }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    return theirs == Self.withoutParentheses(nginx)
  }

  private static func words(of statements: [JSONValue]) -> [String] {
    statements.flatMap { statement -> [String] in
      guard let name = statement["directive"]?.text, name != "#" else { return [] }
      let arguments = (statement["args"]?.elements ?? []).compactMap(\.text)
      return [name] + arguments + words(of: statement["block"]?.elements ?? [])
    }
  }

  /// crossplane drops the parentheses of `if`.
  private static func withoutParentheses(_ words: [String]) -> [String] {
    var words = words
    var index = 0
    while let start = words[index...].firstIndex(of: "if"), start + 1 < words.count {
      if words[start + 1].hasPrefix("(") { words[start + 1].removeFirst() }
      if let end = words[(start + 1)...].firstIndex(where: { $0.hasSuffix(")") }) {
        words[end].removeLast()
      }
      index = start + 1
    }
    return words.filter { !$0.isEmpty }
  }
}
