package import SourceText

/// A column of a table: its name, what it means, and how a row fills it.
package struct Column<Row>: Sendable {
  package let name: String
  package let kind: ColumnKind

  /// One sentence, with the unit where there is one.
  package let meaning: String

  let reader: Reader

  /// How a row fills it.
  enum Reader: Sendable {
    case text(@Sendable (Row) -> String?)
    case integer(@Sendable (Row) -> Int?)
    case boolean(@Sendable (Row) -> Bool?)
    case span(@Sendable (Row) -> SourceSpan?)
  }

  /// The number that other tables' references give; the first column of its table.
  package static func id(_ value: @escaping @Sendable (Row) -> Int) -> Column {
    Column(name: "id", kind: .id, meaning: "Names the row.", reader: .integer(value))
  }

  /// A text, or NULL where it is not known.
  package static func text(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(name: name, kind: .text, meaning: meaning, reader: .text(value))
  }

  /// A whole number, or NULL where it is not known.
  package static func integer(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(name: name, kind: .integer, meaning: meaning, reader: .integer(value))
  }

  /// A truth: 1, 0, or NULL where it is not known.
  package static func boolean(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Column {
    Column(name: name, kind: .boolean, meaning: meaning, reader: .boolean(value))
  }

  /// A place in a file, for a rule's columns `span` and `see`.
  package static func span(
    _ name: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> SourceSpan?
  ) -> Column {
    Column(name: name, kind: .span, meaning: meaning, reader: .span(value))
  }

  /// The id of a row of another table.
  package static func reference(
    _ name: String,
    to table: String,
    _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(name: name, kind: .reference(table), meaning: meaning, reader: .integer(value))
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
}
