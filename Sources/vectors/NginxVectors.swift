import FoundationEssentials
import Machine
import NginxConfig
import SourceText

/// Compares the reader of nginx's configuration with nginx.
struct NginxVectors {
  let folder: URL

  init(folder: String) {
    self.folder = URL(fileURLWithPath: folder).standardizedFileURL
  }

  func run(_ comparison: inout Comparison) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".expected.json") }.map { String($0.dropLast(14)) }.sorted()
    for name in names {
      let data = try Data(contentsOf: file("\(name).expected.json"))
      let expected = try JSONDecoder().decode(NginxExpectation.self, from: data)
      let bytes = Array(try Data(contentsOf: file("\(name).conf")))
      try comparison.record(
        name,
        differences: differences(in: bytes, expected.tokens, name: "\(name).conf")
          + verdict(name, expected) + payload(name, expected)
      )
    }
    try compareTokenStreams(&comparison)
  }

  func file(_ name: String) -> URL {
    folder.appending(path: name, directoryHint: .notDirectory)
  }

  /// Compares every line of `lexfuzz.jsonl`, if there is one.
  private func compareTokenStreams(_ comparison: inout Comparison) throws {
    guard let text = try? String(contentsOf: file("lexfuzz.jsonl"), encoding: .utf8) else { return }
    for (number, line) in text.split(separator: "\n").enumerated() {
      let data = Data(line.utf8)
      let input = try JSONDecoder().decode(LexerInput.self, from: data)
      let tokens = try JSONDecoder().decode(NginxExpectation.Tokens.self, from: data)
      comparison.record(
        "lexfuzz.jsonl:\(number + 1)",
        differences: differences(in: Array(input.input), tokens, name: "FILE")
      )
    }
  }

  private struct LexerInput: Decodable {
    let input: Data
  }

  private func differences(
    in bytes: [UInt8], _ expected: NginxExpectation.Tokens?, name: String
  ) -> [String] {
    guard let expected else { return [] }
    let stream = NginxTokenStream(bytes, name: name)
    if stream.statements != expected.stream {
      let index =
        zip(stream.statements, expected.stream).enumerated()
        .first { $1.0 != $1.1 }?.offset ?? min(stream.statements.count, expected.stream.count)
      return ["statement \(index + 1) of the token stream differs"]
    }
    let error = expected.error
    return stream.error == error ? [] : ["lexer says \(stream.error ?? "-"), nginx \(error ?? "-")"]
  }
}
