internal import CSQLite

extension Connection {
  /// Adds a table that queries read like any other, and that none can change; not in the sandbox.
  ///
  /// Queries that are compiled before it is filled expect neither few rows nor many.
  package borrowing func add(_ table: VirtualTable) throws(SQLiteError) {
    let reader = TableReader(table)
    tables.byName[table.name] = reader
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

  /// Gives a table that was added the rows of another one with the same columns, before any was read.
  package borrowing func fill(_ table: VirtualTable) {
    tables.byName[table.name]?.fill(table)
  }

  /// False where no row of a virtual table has a value in a column; true where one most likely has.
  package borrowing func mayHold(_ value: Value, in column: Int, of table: String) -> Bool {
    guard let reader = tables.byName[table] else { return false }
    var key = KeyHasher()
    key.combine(value)
    return reader.index(by: [column]).first(key.hash) >= 0
  }
}

/// A class, because a connection that is only borrowed gets tables.
final class TableReaders {
  var byName: [String: TableReader] = [:]
}
