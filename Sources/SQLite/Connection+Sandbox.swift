internal import CSQLite

/// How much a sandboxed query may do before it is cut off.
package struct QueryBounds: Sendable {
  /// Steps of SQLite's virtual machine.
  package var steps: Int

  /// Rows that a result may have.
  package var rows: Int

  package init(steps: Int, rows: Int) {
    self.steps = steps
    self.rows = rows
  }
}

extension Connection {
  /// Makes the connection one that can only read: for ever, and for whatever SQL comes.
  ///
  /// Neither `query_only` nor `sqlite3_stmt_readonly` is enough: both let `ATTACH` create a file
  /// (SQLite 3.40.1), so an authorizer allows what a query needs and nothing else.
  package borrowing func enterSandbox() throws(SQLiteError) {
    try execute("PRAGMA temp_store = MEMORY")
    for (flag, isOn) in [
      (SQLITE_DBCONFIG_DEFENSIVE, true),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
      // With these on, "no_such_column" in double quotes would be a string.
      (SQLITE_DBCONFIG_DQS_DML, false),
      (SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
      unsafe dovetail_sqlite3_set_flag(handle, flag, isOn ? 1 : 0)
    }
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1_000_000)
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    let authorize: AuthorizerCallback = { _, action, _, function, _, _ in
      unsafe isAllowed(action, function: function) ? SQLITE_OK : SQLITE_DENY
    }
    unsafe sqlite3_set_authorizer(handle, authorize, nil)
  }

  private borrowing func compiledOrNew(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = compiled.take(sql) { return statement }
    return try prepare(sql)
  }

  /// Runs a query that may come from anyone; throws where it is cut off.
  package borrowing func rows(_ sql: String, within bounds: QueryBounds) throws(SQLiteError)
    -> [Row]
  {
    var statement = try compiledOrNew(sql)
    let budget = StepBudget(calls: max(1, bounds.steps / stepsPerCall))
    let context = unsafe Unmanaged.passUnretained(budget).toOpaque()
    let countDown: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      guard let context = unsafe context else { return 1 }
      return unsafe Unmanaged<StepBudget>.fromOpaque(context).takeUnretainedValue().spend()
    }
    unsafe sqlite3_progress_handler(handle, Int32(stepsPerCall), countDown, context)
    defer {
      unsafe sqlite3_progress_handler(handle, 0, nil, nil)
      withExtendedLifetime(budget) {}
    }
    let rows: [Row]
    do {
      rows = try statement.allRows(limit: bounds.rows + 1)
    } catch let error where budget.isSpent {
      throw SQLiteError(
        code: error.code, message: "it takes more than \(bounds.steps) steps", offset: nil)
    }
    guard rows.count <= bounds.rows else {
      throw SQLiteError(
        code: SQLITE_TOOBIG, message: "there are more than \(bounds.rows) rows", offset: nil)
    }
    return rows
  }
}

private typealias AuthorizerCallback =
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
    UnsafePointer<CChar>?, UnsafePointer<CChar>?
  ) -> Int32

private let stepsPerCall = 1000

/// What a query may still spend; a class because SQLite holds it by address.
private final class StepBudget {
  private var calls: Int

  var isSpent: Bool { calls < 0 }

  init(calls: Int) {
    self.calls = calls
  }

  /// Not zero when the query is to be interrupted.
  func spend() -> Int32 {
    calls -= 1
    return isSpent ? 1 : 0
  }
}

private func isAllowed(_ action: Int32, function: UnsafePointer<CChar>?) -> Bool {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE:
    return true
  case SQLITE_FUNCTION:
    guard let function = unsafe function else { return false }
    return !deniedFunctions.contains(unsafe String(cString: function).lowercased())
  default:
    return false
  }
}

/// Functions that reach outside the database or make huge values.
private let deniedFunctions: Set<String> = [
  "load_extension", "randomblob", "zeroblob", "readfile", "writefile", "edit", "fts3_tokenizer",
  "sqlite_compileoption_get", "sqlite_source_id",
]
