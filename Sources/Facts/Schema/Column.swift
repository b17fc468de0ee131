package import SourceText

/// A column of a table: its name, what it means, and how a row fills it.
package struct Column<Row>: Sendable {
  package let name: String
  package let kind: ColumnKind

  /// One sentence, with the unit where there is one.
  package let meaning: String

  let value: @Sendable (Row) -> ColumnValue

  /// The number that other tables' references give; the first column of its table.
  package static func id(_ value: @escaping @Sendable (Row) -> Int) -> Column {
    Column(name: "id", kind: .id, meaning: "Names the row.") { .integer(value($0)) }
  }

  /// A text, or NULL where it is not known.
  package static func text(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(name: name, kind: .text, meaning: meaning) { .text(value($0)) }
  }

  /// A whole number, or NULL where it is not known.
  package static func integer(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(name: name, kind: .integer, meaning: meaning) { .integer(value($0)) }
  }

  /// A truth: 1, 0, or NULL where it is not known.
  package static func boolean(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Column {
    Column(name: name, kind: .boolean, meaning: meaning) { .integer(value($0).map { $0 ? 1 : 0 }) }
  }

  /// A place in a file, for a rule's columns `span` and `see`.
  package static func span(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> SourceSpan?
  ) -> Column {
    Column(name: name, kind: .span, meaning: meaning) { .span(value($0)) }
  }

  /// The id of a row of another table.
  package static func reference(
    _ name: String,
    to table: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(name: name, kind: .reference(table), meaning: meaning) { .integer(value($0)) }
  }
}

/// What a column holds.
package enum ColumnKind: Hashable, Sendable {
  case id
  case text
  case integer
  case boolean
  case span
  case reference(String)

  /// The type as `CREATE TABLE` names it.
  var sqlType: String {
    switch self {
    case .id: "INTEGER PRIMARY KEY"
    case .text: "TEXT"
    case .integer, .boolean, .span, .reference: "INTEGER"
    }
  }
}

/// The value of one column of one row, before it is written.
enum ColumnValue {
  case text(String?)
  case integer(Int?)
  case span(SourceSpan?)
}
