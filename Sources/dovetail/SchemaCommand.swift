import ArgumentParser
import Facts

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Explain the tables and columns that rules can ask."
  )

  @Argument(help: "Only this table.")
  var table: String?

  @Option(help: "How it is shown: text or json.")
  var format = TableFormat.text

  func run() throws {
    let tables = Schema.tables.filter { table == nil || $0.name == table }
    guard !tables.isEmpty else {
      throw ValidationError("there is no table '\(table ?? "")'; `dovetail schema` lists them all")
    }
    Terminal.write(format == .json ? json(tables) : text(tables), to: .output)
  }

  private func text(_ tables: [TableDescription]) -> String {
    tables.map { table in
      let width = table.columns.map { $0.name.count }.max() ?? 0
      let columns = table.columns.map { column in
        let padding = String(repeating: " ", count: width - column.name.count + 2)
        return "  \(column.name)\(padding)\(column.kind.shown.padded(to: 8))\(column.meaning)\n"
      }
      return "\(table.name): \(table.meaning)\n" + columns.joined()
    }.joined(separator: "\n")
  }

  private func json(_ tables: [TableDescription]) -> String {
    var rows = TextTable(columns: ["table", "column", "kind", "meaning"])
    for table in tables {
      for column in table.columns {
        rows.rows.append([
          .text(table.name), .text(column.name), .text(column.kind.shown), .text(column.meaning),
        ])
      }
    }
    return rows.text(.json)
  }
}

extension ColumnKind {
  /// One word for what the column holds; a reference names its table in the meaning's place.
  fileprivate var shown: String {
    switch self {
    case .id: "id"
    case .text: "text"
    case .integer: "number"
    case .boolean: "truth"
    case .span: "span"
    case .reference(let table): "→ \(table)"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
