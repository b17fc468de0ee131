import ArgumentParser
import Boot
import Facts
import SQLite
import SourceText

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask the facts of a stack in SQL; `dovetail schema` explains the tables.",
    discussion: "A column called span is shown as file:line:column."
  )

  @Argument(help: "A query that only reads.")
  var sql: String

  @OptionGroup var stacks: StackOptions

  @Option(help: "How the rows are shown: text or json.")
  var format = TableFormat.text

  func run() throws {
    var table: TextTable?
    for stack in try stacks.load() {
      var indexes = LineIndexes()
      let facts = try FactBase.filled(from: stack)
      do {
        let columns = try facts.check(sql)
        if table == nil { table = TextTable(columns: columns) }
        for row in try facts.rows(sql) {
          table?.rows.append(columns.map { cell($0, of: row, facts, stack.sources, &indexes) })
        }
      } catch {
        throw QueryError(error, in: sql)
      }
    }
    Terminal.write(table?.text(format) ?? "", to: .output)
  }

  private func cell(
    _ column: String, of row: Row, _ facts: borrowing FactBase, _ sources: SourceFiles,
    _ indexes: inout LineIndexes
  ) -> TextTable.Cell {
    let value = row[column]
    if column.isNameOfSpan, let span = facts.span(value) {
      return .text(sources.place(of: span, &indexes))
    }
    switch value {
    case .integer(let number)?: return .number(number)
    case .real(let number)?: return .real(number)
    case .text(let text)?: return .text(text)
    default: return .null
    }
  }
}

/// Why a query of the command line has no answer, and where in it.
private struct QueryError: Error, CustomStringConvertible {
  let description: String

  init(_ error: SQLiteError, in sql: String) {
    let message = PlacedMessage(error.message, path: "query", at: error.offset ?? 0, of: sql)
    description = "\(message)\n`dovetail schema` explains the tables and their columns."
  }
}

extension String {
  /// Whether a column of this name holds spans in all tables of the schema.
  fileprivate var isNameOfSpan: Bool { self == "span" || hasSuffix("_span") || self == "see" }
}

extension SourceFiles {
  /// A span as people and editors write it.
  fileprivate func place(of span: SourceSpan, _ indexes: inout LineIndexes) -> String {
    let file = self[span.file]
    let position = indexes[file].position(at: Int(span.start))
    return "\(file.displayPath):\(position.line):\(position.column)"
  }
}
