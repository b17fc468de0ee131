/// A table of facts: all rows are of one kind of thing.
package struct Table<Row>: Sendable {
  package let name: String

  /// What one row is, in a sentence.
  package let meaning: String
  package let columns: [Column<Row>]

  /// The columns that queries look rows up by; some together, with commas between.
  package let indexed: [String]

  /// The columns that name a row and order the table, with commas; nil where rows have no name.
  ///
  /// Rows have to come in that order for the table to be written fast.
  package let key: String?

  package init(
    _ name: String,
    _ meaning: String,
    indexed: [String] = [],
    key: String? = nil,
    columns: [Column<Row>]
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.indexed = indexed
    self.key = key
  }

  /// What the table looks like, without its rows' type.
  package var description: TableDescription {
    TableDescription(
      name: name,
      meaning: meaning,
      columns: columns.map {
        TableDescription.Column(name: $0.name, kind: $0.kind, meaning: $0.meaning)
      },
      indexed: indexed,
      key: key
    )
  }
}

/// Something that was learned: a row of the table that stands beside its type.
package protocol Fact {
  static var table: Table<Self> { get }
}

/// A table as `dovetail schema` shows it.
package struct TableDescription: Sendable {
  /// A column as `dovetail schema` shows it.
  package struct Column: Sendable {
    package let name: String
    package let kind: ColumnKind
    package let meaning: String
  }

  package let name: String
  package let meaning: String
  package let columns: [Column]
  let indexed: [String]
  var key: String?

  /// What makes its rows of those of other tables; nil where rows are written.
  var view: View?

  /// A query whose result is a table.
  struct View: Sendable {
    /// The table without which the view has no rows.
    let base: String
    let query: String
  }

  var createStatement: String {
    if let view { return "CREATE VIEW \(name) AS \(view.query);" }
    let columns = columns.map { "\($0.name) \($0.kind.sqlType)" }.joined(separator: ", ")
    guard let key else { return "CREATE TABLE \(name) (\(columns)) STRICT;" }
    return "CREATE TABLE \(name) (\(columns), PRIMARY KEY (\(key))) STRICT, WITHOUT ROWID;"
  }

  /// Made after all rows are written, which takes a third less time than before.
  var indexStatements: [String] {
    indexed.enumerated().map { number, columns in
      "CREATE INDEX \(name)_\(number) ON \(name) (\(columns));"
    }
  }
}
