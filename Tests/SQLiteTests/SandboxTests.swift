import SQLite
import Testing

@Suite struct `A sandboxed connection` {
  let bounds = QueryBounds(steps: 1_000_000, rows: 100)

  @Test func `reads what was written before`() throws {
    let connection = try database()
    try connection.enterSandbox()
    let rows = try connection.rows("SELECT name FROM thing ORDER BY name", within: bounds)
    #expect(rows.map { $0["name"] } == [.text("a"), .text("b")])
  }

  @Test(arguments: [
    "INSERT INTO thing VALUES ('c')",
    "DELETE FROM thing",
    "DROP TABLE thing",
    "CREATE TABLE other (x)",
    "CREATE TEMP TABLE other (x)",
    "ATTACH '/tmp/dovetail-sandbox.db' AS other",
    "VACUUM INTO '/tmp/dovetail-sandbox.db'",
    "PRAGMA query_only = 0",
    "SELECT * FROM pragma_table_info('thing')",
    "SELECT load_extension('x')",
    "SELECT randomblob(10)",
    "SELECT 1; DELETE FROM thing",
    #"SELECT "no_such_column" FROM thing"#,
    "",
  ])
  func `refuses`(sql: String) throws {
    let connection = try database()
    try connection.enterSandbox()
    #expect(throws: SQLiteError.self) {
      try allRows(sql, of: connection)
    }
  }

  @Test func `cuts off a query that never ends`() throws {
    let connection = try database()
    try connection.enterSandbox()
    let endless = """
      WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
      SELECT count(*) FROM number
      """
    let error = #expect(throws: SQLiteError.self) {
      try allRows(endless, of: connection)
    }
    #expect(error?.message == "it takes more than \(bounds.steps) steps")
  }

  @Test func `takes no more rows than it may`() throws {
    let connection = try database()
    try connection.enterSandbox()
    let few = QueryBounds(steps: 1_000_000, rows: 1)
    let error = #expect(throws: SQLiteError.self) {
      try connection.rows("SELECT name FROM thing", within: few)
    }
    #expect(error?.message == "there are more than 1 rows")
  }

  private func allRows(_ sql: String, of connection: borrowing Connection) throws -> [Row] {
    try connection.rows(sql, within: bounds)
  }
}

@Suite struct `A statement` {
  @Test func `keeps every kind of value`() throws {
    let connection = try Connection()
    let row = try #require(
      try connection.rows("SELECT ?1 AS i, ?2 AS t, ?3 AS n, 1.5 AS r", 7, "", String?.none).first
    )
    #expect(row.values == [.integer(7), .text(""), .null, .real(1.5)])
  }

  @Test func `says where the SQL is wrong`() throws {
    let connection = try database()
    let error = #expect(throws: SQLiteError.self) {
      try allRows("SELECT nme FROM thing", of: connection)
    }
    #expect(error?.message == "no such column: nme")
    #expect(error?.offset == 7)
  }

  private func allRows(_ sql: String, of connection: borrowing Connection) throws -> [Row] {
    try connection.rows(sql)
  }
}

private func database() throws -> Connection {
  let connection = try Connection()
  try connection.execute("CREATE TABLE thing (name TEXT); INSERT INTO thing VALUES ('a'), ('b')")
  return connection
}
