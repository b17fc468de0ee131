internal import SQLite
internal import SourceText

/// The rows of a table, whatever their type.
struct StoredTable {
  /// How many rows there are; 0 for those that are made when a query asks for them.
  let count: Int

  /// What SQLite reads, as the table of a number in the schema.
  let read: (_ number: Int) -> VirtualTable

  /// The place in a row and column, both counted from 0.
  let span: (_ row: Int, _ column: Int) -> SourceSpan?

  init<Row: Fact>(_ rows: [Row]) {
    let readers = Row.table.columns.map(\.reader)
    count = rows.count
    read = { number in
      Row.table.description.virtualTable(rowCount: rows.count) { row, column in
        switch readers[column] {
        case .text(let text): text(rows[row]).map { .text($0.cutForQueries) } ?? .null
        case .integer(let number): number(rows[row]).map { .integer(Int64($0)) } ?? .null
        case .boolean(let truth): truth(rows[row]).map { .integer($0 ? 1 : 0) } ?? .null
        case .span(let span):
          span(rows[row]) == nil ? .null : SpanNumber(table: number, column: column, row: row).value
        }
      }
    }
    span = { row, column in
      guard rows.indices.contains(row), readers.indices.contains(column),
        case .span(let span) = readers[column]
      else { return nil }
      return span(rows[row])
    }
  }
}

extension StoredTable {
  /// Rows that are made when a query first asks for them.
  init<Row: Fact>(deferred makeRows: @escaping () -> [Row]) {
    let stored = Deferred { StoredTable(makeRows()) }
    count = 0
    read = { number in
      let table = Deferred { stored.value.read(number) }
      return Row.table.description.virtualTable(rowCount: table.value.rowCount) { row, column in
        table.value.value(row, column)
      }
    }
    span = { row, column in stored.value.span(row, column) }
  }
}

/// A value that is made once, and not before someone asks.
private final class Deferred<Value> {
  private let make: () -> Value
  private(set) lazy var value = make()

  init(_ make: @escaping () -> Value) {
    self.make = make
  }
}

/// A place in a file as a query sees it: where in the database it is to be found.
///
/// Within one column of a table, a later row has a larger number.
struct SpanNumber {
  let table: Int
  let column: Int
  let row: Int

  init(table: Int, column: Int, row: Int) {
    self.table = table
    self.column = column
    self.row = row
  }

  /// Nil for a number that stands for no place.
  init?(_ number: Int64) {
    guard number >= 0 else { return nil }
    table = Int(number >> 48)
    column = Int(number >> 40 & 0xff)
    row = Int(number & 0xff_ffff_ffff)
  }

  var value: Value {
    .integer(Int64(table) << 48 | Int64(column) << 40 | Int64(row))
  }
}

extension TableDescription {
  /// The table as it is where there is nothing of its kind.
  var withoutRows: VirtualTable {
    virtualTable(rowCount: 0) { _, _ in .null }
  }

  fileprivate func virtualTable(
    rowCount: @autoclosure @escaping () -> Int,
    value: @escaping (_ row: Int, _ column: Int) -> Value
  ) -> VirtualTable {
    VirtualTable(
      name: name, columns: columns.map { .init(name: $0.name, kind: $0.kind.virtualKind) },
      rowCount: rowCount(), lookups: lookups, value: value)
  }
}

extension ColumnKind {
  fileprivate var virtualKind: VirtualTable.Column.Kind {
    switch self {
    case .id: .key
    case .text: .text
    case .integer, .boolean, .span, .reference: .integer
    }
  }
}

extension String {
  /// A query that makes a text of a megabyte is cut off: what is longer than anyone writes is cut.
  fileprivate var cutForQueries: String {
    let limit = 200_000
    guard utf8.count > limit else { return self }
    return String(decoding: utf8.prefix(limit), as: UTF8.self)
  }
}
