internal import SQLite

/// A sentence with the names of columns in braces.
struct MessageTemplate: Sendable {
  private enum Part {
    case text(String)
    case column(String)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(String(rest[..<open])))
      parts.append(.column(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    self.parts = parts
  }

  /// The columns that the sentence needs.
  var columns: [String] {
    parts.compactMap { part in
      if case .column(let name) = part { name } else { nil }
    }
  }

  /// The sentence for a row; what is not known reads `?`.
  func filled(from row: SQLite.Row) -> String {
    let sentence = parts.map { part in
      switch part {
      case .text(let text): text
      case .column(let name): row[name]?.text ?? "?"
      }
    }.joined()
    // A look costs far less than the search that replacing would begin.
    guard sentence.utf8.contains(UInt8(ascii: "\n")) else { return sentence }
    return sentence.replacing("\n", with: " ")
  }
}
