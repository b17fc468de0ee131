import ArgumentParser

/// How a command shows rows.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Rows of texts, laid out in columns or as JSON.
struct TextTable {
  let columns: [String]
  var rows: [[Cell]] = []

  /// A value of a row.
  enum Cell {
    case null
    case number(Int64)
    case real(Double)
    case text(String)

    /// As a person reads it; what is not known stays empty.
    var shown: String {
      switch self {
      case .null: ""
      case .number(let number): String(number)
      case .real(let number): String(number)
      case .text(let text): text.replacing("\n", with: " ")
      }
    }
  }

  init(columns: [String]) {
    self.columns = columns
  }

  func text(_ format: TableFormat) -> String {
    switch format {
    case .text: columnsText
    case .json: json
    }
  }

  /// Columns as wide as their widest value, the last one as it is.
  private var columnsText: String {
    let lines = [columns] + rows.map { $0.map(\.shown) }
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        text += cell
        guard column < line.count - 1 else { continue }
        text += String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return text + "\n"
    }.joined()
  }

  private var json: String {
    guard !rows.isEmpty else { return "[]\n" }
    let objects = rows.map { row in
      zip(columns, row)
        .map { "\(JSONText.quoted($0)): \(JSONText.value(of: $1))" }
        .joined(separator: ", ")
    }
    return "[\n" + objects.map { "  {\($0)}" }.joined(separator: ",\n") + "\n]\n"
  }
}

/// The few things of JSON that a table needs.
enum JSONText {
  static func value(of cell: TextTable.Cell) -> String {
    switch cell {
    case .null: "null"
    case .number(let number): String(number)
    case .real(let number): number.isFinite ? String(number) : "null"
    case .text(let text): quoted(text)
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
