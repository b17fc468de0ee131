internal import CSQLite

extension Connection {
  /// Adds a table that queries read like any other, and that none can change; not in the sandbox.
  package borrowing func add(_ table: VirtualTable) throws(SQLiteError) {
    let reader = TableReader(table)
    let context = unsafe Unmanaged.passRetained(reader).toOpaque()
    let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<TableReader>.fromOpaque(context).release()
    }
    let code = unsafe sqlite3_create_module_v2(
      handle, table.name, reader.module, context, release)
    guard code == SQLITE_OK else { throw lastError(code) }
    // SQLite declares it when a query first names it; in the sandbox it would not be allowed to.
    _ = try prepare("SELECT 1 FROM \(table.name)")
  }
}
