internal import CSQLite

/// A database in memory, used by one task at a time.
@safe package struct Connection: ~Copyable {
  let handle: OpaquePointer

  /// The queries that were compiled before anyone asked for their rows.
  let compiled = CompiledQueries()

  /// The virtual tables.
  let tables = TableReaders()

  /// SQLite need not count its memory for us, which takes a lock at each allocation.
  private static let countsNoMemory = dovetail_sqlite3_count_memory(0) == SQLITE_OK

  /// Opens an empty database.
  package init() throws(SQLiteError) {
    _ = Self.countsNoMemory
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(":memory:", &handle, flags, nil)
    guard let handle = unsafe handle, code == SQLITE_OK else {
      unsafe sqlite3_close_v2(handle)
      throw SQLiteError(code: code, message: "cannot open a database in memory", offset: nil)
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs statements that take no parameters and give no rows, separated by semicolons.
  package borrowing func execute(_ sql: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw lastError(code) }
  }

  /// Compiles the one statement that a text holds.
  package borrowing func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: self)
  }

  /// Compiles a query for the one call of `rows` within bounds that will ask for it.
  package borrowing func compile(_ sql: String) throws(SQLiteError) {
    compiled.add(try prepare(sql), for: sql)
  }

  /// All rows that a query gives.
  package borrowing func rows(
    _ sql: String,
    _ parameters: (any Bindable)...
  ) throws(SQLiteError) -> [Row] {
    var statement = try prepare(sql)
    try statement.bind(parameters)
    return try statement.allRows()
  }

  borrowing func lastError(_ code: Int32) -> SQLiteError {
    let offset = unsafe sqlite3_error_offset(handle)
    return SQLiteError(
      code: code,
      message: unsafe String(cString: sqlite3_errmsg(handle)),
      offset: offset >= 0 ? Int(offset) : nil
    )
  }
}
