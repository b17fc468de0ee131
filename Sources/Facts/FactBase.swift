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
    for row in rows {
      var values: [Value] = []
      values.reserveCapacity(table.columns.count)
      for column in table.columns {
        values.append(value(of: column.value(row)))
      }
      try statement.run(values)
      rowCounts[table.name, default: 0] += 1
    }
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
    within bounds: QueryBounds = .forRules
  ) throws(SQLiteError) -> [Row] {
    try connection.rows(sql, within: bounds)
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

  private mutating func value(of column: ColumnValue) -> Value {
    switch column {
    case .text(let text): return text.value
    case .integer(let number): return number.value
    case .span(nil): return .null
    case .span(let span?):
      spans.append(span)
      return .integer(Int64(spans.count - 1))
    }
  }
}

extension QueryBounds {
  /// A second or two of work: far more than any rule needs, far less than a person waits.
  package static let forRules = QueryBounds(steps: 50_000_000, rows: 10_000)
}
