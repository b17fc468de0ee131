/// A table of facts: all rows are of one kind of thing.
package struct Table<Row>: Sendable {
  package let name: String

  /// What one row is, in a sentence.
  package let meaning: String
  package let columns: [Column<Row>]

  /// The columns that queries look rows up by; some together, with commas between.
  package let indexed: [String]

  package init(
    _ name: String,
    _ meaning: String,
    indexed: [String] = [],
    columns: [Column<Row>]
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.indexed = indexed
  }

  /// What the table looks like, without its rows' type.
  package var description: TableDescription {
    TableDescription(
      name: name,
      meaning: meaning,
      columns: columns.map {
        TableDescription.Column(name: $0.name, kind: $0.kind, meaning: $0.meaning)
      },
      indexed: indexed
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

  /// What makes its rows of those of other tables; nil where it has rows of its own.
  var view: View?

  /// A query whose result is a table.
  struct View: Sendable {
    /// The table without which the view has no rows.
    let base: String
    let query: String
  }

  /// The numbers of the columns that queries look rows up by.
  var lookups: [[Int]] {
    indexed.map { list in
      list.split(separator: ",").compactMap { name in
        columns.firstIndex { $0.name == name.trimmingPrefix(" ") }
      }
    }
  }
}
