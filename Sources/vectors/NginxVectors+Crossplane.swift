import FoundationEssentials
import NginxConfig
import SourceText

extension NginxVectors {
  /// Compares our payload with crossplane's, where crossplane reads as nginx does.
  ///
  /// What nginx refuses and crossplane takes is compared without the verdicts.
  func payload(_ name: String, _ expected: NginxExpectation) throws -> [String] {
    guard let outcome = expected.nginx["nginx-1.22.1"] else { return [] }
    var sources = SourceFiles()
    let configuration = load(name, expected, .debian12, &sources)
    guard !Self.hasOtherStructure(configuration) else { return [] }
    var differences: [String] = []
    for (mode, options) in Self.modes {
      guard let payload = expected.crossplane[mode], payload["status"]?.text == "ok" else {
        continue
      }
      let theirs = outcome.ok ? payload : Self.withoutVerdicts(payload)
      let json = CrossplanePayload(
        configuration, sources: sources, options: options, name: relative
      ).json
      let all = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
      let ours = outcome.ok ? all : Self.withoutVerdicts(all)
      guard ours != theirs, readsAsNginx(theirs, expected), !endsLinesAtCR(name) else { continue }
      differences += ours.differences(from: theirs, at: "payload \(mode)").prefix(1)
    }
    return differences
  }

  /// Whether nginx refuses words or blocks as such, which crossplane leaves out, or takes.
  private static func hasOtherStructure(_ configuration: NginxConfiguration) -> Bool {
    switch configuration.firstRefusal?.fault {
    case .lexical, .structure: true
    default: false
    }
  }

  private static func withoutVerdicts(_ payload: JSONValue) -> JSONValue {
    let files = (payload["config"]?.elements ?? []).map { file in
      JSONValue.object(file.members.filter { $0.key == "file" || $0.key == "parsed" })
    }
    return .object(["config": .array(files)])
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
