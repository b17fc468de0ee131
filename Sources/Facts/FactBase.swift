package import SQLite
package import SourceText

/// The database of one stack: filled once, then only read.
package struct FactBase: ~Copyable {
  private let connection: Connection

  /// By the names of their tables; those without rows are left out.
  private var tables: [String: StoredTable] = [:]

  /// Makes all tables of the schema, empty; from here on no SQL can change anything.
  package init() throws(SQLiteError) {
    connection = try FactBase.emptyDatabase()
  }

  private static func emptyDatabase() throws(SQLiteError) -> Connection {
    let connection = try Connection()
    for table in Schema.tables {
      if let view = table.view {
        try connection.execute("CREATE VIEW \(table.name) AS \(view.query)")
      } else {
        try connection.add(table.withoutRows)
      }
    }
    try connection.enterSandbox()
    return connection
  }

  /// Gives a table its rows.
  package mutating func insert<Row: Fact>(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    add(StoredTable(rows), named: Row.table.name)
  }

  /// Gives a table rows that are made when a query first asks for them.
  package mutating func insert<Row: Fact>(deferred makeRows: @escaping () -> [Row]) {
    add(StoredTable(deferred: makeRows), named: Row.table.name)
  }

  private mutating func add(_ stored: StoredTable, named name: String) {
    precondition(tables[name] == nil, "a table is filled once")
    guard let number = Schema.tables.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("a table is in the schema")
    }
    tables[name] = stored
    connection.fill(stored.read(number))
  }

  /// Compiles a query ahead of the one time that its rows are asked for.
  package borrowing func compile(_ sql: String) throws(SQLiteError) {
    try connection.compile(sql)
  }

  /// The rows of a query that may come from anyone.
  package borrowing func rows(
    _ sql: String,
    within bounds: QueryBounds? = nil
  ) throws(SQLiteError) -> [Row] {
    let count = tables.values.reduce(0) { $0 + $1.count }
    return try connection.rows(sql, within: bounds ?? .forRules(facts: count))
  }

  /// Compiles a query without running it.
  package borrowing func check(_ sql: String) throws(SQLiteError) -> [String] {
    try connection.prepare(sql).columns
  }

  /// Whether a table has no row.
  package borrowing func isEmpty(_ table: String) -> Bool {
    let view = Schema.tables.first { $0.name == table }?.view
    return tables[view?.base ?? table] == nil
  }

  /// Whether a row may be of one of some kinds; false only where none is.
  package borrowing func mayHold(_ kinds: RowKinds) -> Bool {
    guard tables[kinds.table] != nil,
      let column = Schema.columnOfText(kinds.column, of: kinds.table)
    else { return false }
    return kinds.values.contains { connection.mayHold(.text($0), in: column, of: kinds.table) }
  }

  /// The place that a column of kind span stands for.
  package borrowing func span(_ value: Value?) -> SourceSpan? {
    guard let number = value?.integer.flatMap(SpanNumber.init),
      Schema.tables.indices.contains(number.table)
    else { return nil }
    return tables[Schema.tables[number.table].name]?.span(number.row, number.column)
  }
}

extension QueryBounds {
  /// A second or two of work: far more than any rule needs, far less than a person waits.
  ///
  /// Large stacks may take more, in proportion to their facts.
  static func forRules(facts: Int) -> QueryBounds {
    QueryBounds(steps: 50_000_000 + 500 * facts, rows: 100_000 + facts)
  }
}
