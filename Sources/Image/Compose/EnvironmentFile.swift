/// A file of variables as compose reads it: `.env`, or one of `env_file` (compose-go, `dotenv`).
package struct EnvironmentFile: Sendable {
  /// In the order of the file.
  package let variables: [(name: String, value: String)]

  package init(_ bytes: [UInt8]) {
    variables = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap(Self.variable)
  }

  /// The variables by their names; the last of a name counts.
  package var values: [String: String] {
    Dictionary(variables.map { ($0.name, $0.value) }) { $1 }
  }

  private static func variable(_ line: Substring) -> (name: String, value: String)? {
    var line = trimmed(line)
    if line.hasPrefix("export ") { line = trimmed(line.dropFirst(7)) }
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !line.hasPrefix("#") else { return nil }
    return (String(trimmed(parts[0])), value(trimmed(parts[1])))
  }

  /// Quotes keep what is between them; a comment follows a blank.
  private static func value(_ text: Substring) -> String {
    if let quote = text.first, quote == "\"" || quote == "'",
      let end = text.dropFirst().firstIndex(of: quote)
    {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    let comment = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
    return String(trimmed(text[..<comment]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let tail = text.drop { $0 == " " || $0 == "\t" }
    guard let last = tail.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return tail[...last]
  }
}
