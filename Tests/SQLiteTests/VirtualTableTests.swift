import SQLite
import Testing

@Suite struct `A virtual table` {
  private let bounds = QueryBounds(steps: 1_000_000, rows: 1000)

  @Test(arguments: [
    ("SELECT count(*) FROM thing", "6"),
    ("SELECT name FROM thing WHERE id = 3", "c"),
    ("SELECT name FROM thing WHERE id = 7", ""),
    ("SELECT id FROM thing WHERE name = 'b' ORDER BY id", "1 4"),
    ("SELECT id FROM thing WHERE name IN ('a', 'c', 'x') ORDER BY id", "0 3"),
    ("SELECT id FROM thing WHERE parent = 1 AND name = 'b'", "4"),
    ("SELECT id FROM thing WHERE parent IS NULL ORDER BY id", "0 80"),
    ("SELECT id FROM thing WHERE parent IS 1 AND name IS 'b'", "4"),
    ("SELECT id FROM thing WHERE parent = NULL", ""),
    ("SELECT id FROM thing WHERE name IS NULL", "80"),
    ("SELECT id FROM thing WHERE name = 'B' COLLATE NOCASE ORDER BY id", "1 4"),
    ("SELECT id FROM thing WHERE id > 3 AND name LIKE '%'", "4"),
    ("SELECT name FROM thing WHERE rowid = 2", "long enough to need storage of its own"),
  ])
  func `answers as a table does`(sql: String, expected: String) throws {
    #expect(try answer(sql) == expected)
    #expect(try answer(sql, .written) == expected)
  }

  @Test(arguments: [
    "SELECT a.id FROM thing AS a JOIN thing AS b ON a.parent = b.id AND b.name = 'b' ORDER BY a.id",
    "SELECT a.id FROM thing AS a JOIN thing AS b ON a.parent IS b.parent AND a.name = b.name",
    "SELECT id FROM thing AS a WHERE NOT EXISTS (SELECT 1 FROM thing AS b WHERE b.parent = a.id)",
    "SELECT name, count(*) FROM thing GROUP BY name ORDER BY name",
    "SELECT id FROM thing WHERE id = '3'",
    "SELECT id FROM thing WHERE id = 3.0 OR id = 3.5",
    "SELECT id FROM thing WHERE id = 'c'",
    "SELECT id FROM thing WHERE name = 80",
    "SELECT b.id FROM thing AS a LEFT JOIN thing AS b ON b.id = a.parent ORDER BY a.id",
  ])
  func `answers queries of all kinds as a table does`(sql: String) throws {
    #expect(try answer(sql) == answer(sql, .written))
  }

  @Test func `can be read through a view within the sandbox`() throws {
    let connection = try Connection()
    try connection.add(table)
    try connection.execute("CREATE VIEW child AS SELECT * FROM thing WHERE parent IS NOT NULL")
    try connection.enterSandbox()
    #expect(try connection.rows("SELECT id FROM child", within: bounds).count == 4)
  }

  @Test func `gives its rows to a query that was compiled before they were there`() throws {
    let connection = try Connection()
    try connection.add(
      VirtualTable(name: "thing", columns: table.columns, rowCount: 0, lookups: []) { _, _ in .null
      })
    try connection.enterSandbox()
    let query = "SELECT name FROM thing WHERE id = 3"
    try connection.compile(query)
    connection.fill(table)
    for _ in 1...2 {
      #expect(try connection.rows(query, within: bounds).map { $0["name"] } == [.text("c")])
    }
  }

  @Test(arguments: [
    "INSERT INTO thing VALUES (9, 'z', NULL)", "DELETE FROM thing", "UPDATE thing SET name = 'z'",
    "DROP TABLE thing", "CREATE VIRTUAL TABLE other USING thing",
  ])
  func `cannot be changed`(sql: String) throws {
    let connection = try Connection()
    try connection.add(table)
    #expect(throws: SQLiteError.self) { try execute(sql, on: connection) }
  }

  @Test func `without rows has none`() throws {
    let connection = try Connection()
    try connection.add(
      VirtualTable(
        name: "void", columns: [.init(name: "id", kind: .key)], rowCount: 0, lookups: []
      ) { _, _ in .null })
    #expect(try connection.rows("SELECT * FROM void").isEmpty)
    #expect(try connection.rows("SELECT * FROM void WHERE id = 1").isEmpty)
  }

  @Test func `counts its rows when a query asks for them, and once`() throws {
    final class Counter { var value = 0 }
    let counter = Counter()
    func count() -> Int {
      counter.value += 1
      return 2
    }
    let connection = try Connection()
    try connection.add(
      VirtualTable(
        name: "late", columns: [.init(name: "id", kind: .key)], rowCount: count(), lookups: []
      ) { row, _ in .integer(Int64(row)) })
    #expect(counter.value == 0)
    #expect(try connection.rows("SELECT * FROM late").count == 2)
    #expect(try connection.rows("SELECT * FROM late WHERE id = 1").count == 1)
    #expect(counter.value == 1)
  }

  private enum Kind {
    case virtual
    case written
  }

  private func answer(_ sql: String, _ kind: Kind = .virtual) throws -> String {
    let connection = try Connection()
    switch kind {
    case .virtual: try connection.add(table)
    case .written: try write(on: connection)
    }
    try connection.enterSandbox()
    return try connection.rows(sql, within: bounds).flatMap(\.values).map { $0.text ?? "-" }
      .joined(separator: " ")
  }

  private func execute(_ sql: String, on connection: borrowing Connection) throws {
    try connection.execute(sql)
  }

  private func write(on connection: borrowing Connection) throws {
    try connection.execute("CREATE TABLE thing (id INTEGER, name TEXT, parent INTEGER)")
    var statement = try connection.prepare(
      "INSERT INTO thing (rowid, id, name, parent) VALUES (?1, ?2, ?3, ?4)")
    for (number, row) in rows.enumerated() {
      try statement.run([.integer(Int64(number))] + row)
    }
  }

  private let rows: [[Value]] = [
    [.integer(0), .text("a"), .null],
    [.integer(1), .text("b"), .integer(0)],
    [.integer(2), .text("long enough to need storage of its own"), .integer(1)],
    [.integer(3), .text("c"), .integer(1)],
    [.integer(4), .text("b"), .integer(1)],
    [.integer(80), .null, .null],
  ]

  private var table: VirtualTable {
    VirtualTable(
      name: "thing",
      columns: [
        .init(name: "id", kind: .key), .init(name: "name", kind: .text),
        .init(name: "parent", kind: .integer),
      ],
      rowCount: rows.count, lookups: [[2, 1]]
    ) { rows[$0][$1] }
  }
}
