package import SQLite
package import SourceText

/// The database of one stack: written once, then only read.
package struct FactBase: ~Copyable {
  private let connection: Connection
  private var spans: [SourceSpan] = []

  /// How many rows each table has, those without any left out.
  private var rowCounts: [String: Int] = [:]

  /// Makes all tables of the schema, empty.
  package init() throws(SQLiteError) {
    connection = try FactBase.emptyDatabase()
  }

  private static func emptyDatabase() throws(SQLiteError) -> Connection {
    let connection = try Connection()
    let statements = Schema.tables.map(\.createStatement)
    try connection.execute(statements.joined(separator: "\n"))
    try connection.execute("BEGIN")
    return connection
  }

  /// Adds rows to their table.
  package mutating func insert<Row: Fact>(_ rows: some Sequence<Row>) throws(SQLiteError) {
    let table = Row.table
    guard rows.contains(where: { _ in true }) else { return }
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    var statement = try connection.prepare("INSERT INTO \(table.name) VALUES (\(marks))")
    var inserted = 0
    for row in rows {
      for (index, column) in table.columns.enumerated() {
        try bind(column.value(row), at: index + 1, of: &statement)
      }
      try statement.run()
      inserted += 1
    }
    rowCounts[table.name, default: 0] += inserted
  }

  /// Ends the writing: from here on nothing can change, whatever SQL comes.
  package mutating func seal() throws(SQLiteError) {
    try connection.execute("COMMIT")
    let tables = Schema.tables.filter { rowCounts[$0.name, default: 0] >= Self.rowsWorthAnIndex }
    let statements = tables.flatMap(\.indexStatements)
    try connection.execute(statements.joined(separator: "\n"))
    try connection.enterSandbox()
  }

  /// The rows of a query that may come from anyone.
  package borrowing func rows(
    _ sql: String,
    within bounds: QueryBounds? = nil
  ) throws(SQLiteError) -> [Row] {
    try connection.rows(sql, within: bounds ?? .forRules(facts: rowCounts.values.reduce(0, +)))
  }

  /// Compiles a query without running it.
  package borrowing func check(_ sql: String) throws(SQLiteError) -> [String] {
    try connection.prepare(sql).columns
  }

  /// Whether a table has no row.
  package borrowing func isEmpty(_ table: String) -> Bool {
    let view = Schema.tables.first { $0.name == table }?.view
    return rowCounts[view?.base ?? table] == nil
  }

  /// The place that a column of kind span stands for.
  package borrowing func span(_ value: Value?) -> SourceSpan? {
    guard let index = value?.integer, spans.indices.contains(Int(index)) else { return nil }
    return spans[Int(index)]
  }

  /// Making an index takes longer than reading fewer rows than this through.
  private static let rowsWorthAnIndex = 32

  private mutating func bind(
    _ value: ColumnValue, at index: Int, of statement: inout Statement
  ) throws(SQLiteError) {
    switch value {
    case .text(let text?): try statement.bind(text, at: index)
    case .integer(let number?): try statement.bind(number, at: index)
    case .span(let span?):
      try statement.bind(spans.count, at: index)
      spans.append(span)
    case .text(nil), .integer(nil), .span(nil): try statement.bindNull(at: index)
    }
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
