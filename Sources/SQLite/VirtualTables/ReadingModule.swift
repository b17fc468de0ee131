internal import CSQLite

// What SQLite calls to read a table, as it lays down in its chapter on virtual tables. Each
// structure begins with the part that SQLite knows, so that a pointer to it is one to both.

/// A table as one connection sees it.
@safe struct OpenTable {
  var base = unsafe sqlite3_vtab()
  let reader: Unmanaged<TableReader>
}

/// A place among the rows of a table.
@safe struct RowCursor {
  var base = unsafe sqlite3_vtab_cursor()
  let reader: Unmanaged<TableReader>

  /// The reader's, which does not change while anyone reads.
  private let table: Unmanaged<VirtualTable>

  /// What leads from row to row; nil where all are read.
  private var index: Unmanaged<TableIndex>?
  private var hash: UInt64 = 0

  /// -1 after the last one.
  private(set) var row = -1

  init(_ reader: Unmanaged<TableReader>) {
    unsafe self.reader = unsafe reader
    unsafe table = unsafe reader._withUnsafeGuaranteedRef { Unmanaged.passUnretained($0.table) }
  }

  /// Goes to the first row that a query looks for, by the plan of a number; -1 is to read all.
  mutating func begin(_ plan: Int, _ arguments: UnsafeBufferPointer<OpaquePointer?>) {
    unsafe reader._withUnsafeGuaranteedRef { reader in
      guard plan >= 0 else {
        unsafe index = nil
        row = reader.table.rowCount > 0 ? 0 : -1
        return
      }
      let plan = reader.plans[plan]
      guard let hash = unsafe plan.hash(of: arguments) else {
        row = -1
        return
      }
      let index = reader.index(of: plan)
      self.hash = hash
      unsafe self.index = Unmanaged.passUnretained(index)
      row = index.first(hash)
    }
  }

  mutating func advance() {
    if let index = unsafe index {
      row = unsafe index._withUnsafeGuaranteedRef { $0.row(after: row, hash) }
    } else {
      let count = unsafe table._withUnsafeGuaranteedRef { $0.rowCount }
      row = row + 1 < count ? row + 1 : -1
    }
  }

  /// Hands a value of the present row to SQLite.
  func give(_ column: Int, to context: OpaquePointer?) {
    let value = unsafe table._withUnsafeGuaranteedRef { $0.value(row, column) }
    switch value {
    case .null: unsafe sqlite3_result_null(context)
    case .integer(let number): unsafe sqlite3_result_int64(context, number)
    case .real(let number): unsafe sqlite3_result_double(context, number)
    case .text(var text):
      text.withUTF8 {
        unsafe dovetail_sqlite3_result_text(context, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
  }
}

extension sqlite3_module {
  /// Without a way to create tables there is one, which has the module's name.
  static func forReading() -> sqlite3_module {
    var module = sqlite3_module()
    unsafe module.xConnect = { unsafe connect($0, $1, $4, $5) }
    unsafe module.xDisconnect = { unsafe disconnect($0) }
    unsafe module.xBestIndex = { unsafe plan($0, $1) }
    unsafe module.xOpen = { unsafe open($0, $1) }
    unsafe module.xClose = { unsafe close($0) }
    unsafe module.xFilter = { unsafe begin($0, $1, $3, $4) }
    unsafe module.xNext = { cursor in
      unsafe rowCursor(cursor)?.pointee.advance()
      return SQLITE_OK
    }
    unsafe module.xEof = { cursor in
      let row = unsafe rowCursor(cursor)?.pointee.row ?? -1
      return row < 0 ? 1 : 0
    }
    unsafe module.xColumn = { cursor, context, column in
      unsafe rowCursor(cursor)?.pointee.give(Int(column), to: context)
      return SQLITE_OK
    }
    unsafe module.xRowid = { cursor, row in
      let place = unsafe rowCursor(cursor)?.pointee.row ?? -1
      unsafe row?.pointee = Int64(place)
      return SQLITE_OK
    }
    return module
  }
}

private func connect(
  _ database: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
  _: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  guard let context = unsafe context else { return SQLITE_MISUSE }
  let reader = unsafe Unmanaged<TableReader>.fromOpaque(context)
  let declaration = unsafe reader._withUnsafeGuaranteedRef { $0.declaration }
  let code = unsafe sqlite3_declare_vtab(database, declaration)
  guard code == SQLITE_OK else { return code }
  let open = UnsafeMutablePointer<OpenTable>.allocate(capacity: 1)
  unsafe open.initialize(to: OpenTable(reader: reader))
  unsafe table?.pointee = UnsafeMutableRawPointer(open)
    .assumingMemoryBound(to: sqlite3_vtab.self)
  return unsafe dovetail_sqlite3_make_innocuous(database)
}

private func disconnect(_ table: UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 {
  unsafe UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: OpenTable.self).deallocate()
  return SQLITE_OK
}

private func reader(of table: UnsafeMutablePointer<sqlite3_vtab>?) -> Unmanaged<TableReader>? {
  unsafe UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: OpenTable.self).pointee.reader
}

private func plan(
  _ table: UnsafeMutablePointer<sqlite3_vtab>?, _ info: UnsafeMutablePointer<sqlite3_index_info>?
) -> Int32 {
  guard let reader = unsafe reader(of: table), let info = unsafe info else { return SQLITE_MISUSE }
  unsafe reader._withUnsafeGuaranteedRef { unsafe $0.plan(&info.pointee) }
  return SQLITE_OK
}

private func open(
  _ table: UnsafeMutablePointer<sqlite3_vtab>?,
  _ cursor: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
) -> Int32 {
  guard let reader = unsafe reader(of: table) else { return SQLITE_MISUSE }
  let open = UnsafeMutablePointer<RowCursor>.allocate(capacity: 1)
  unsafe open.initialize(to: RowCursor(reader))
  unsafe cursor?.pointee = UnsafeMutableRawPointer(open)
    .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
  return SQLITE_OK
}

private func close(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
  unsafe UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: RowCursor.self).deallocate()
  return SQLITE_OK
}

private func begin(
  _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ plan: Int32, _ count: Int32,
  _ arguments: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let cursor = unsafe rowCursor(cursor) else { return SQLITE_MISUSE }
  let values = unsafe UnsafeBufferPointer(start: arguments, count: Int(count))
  unsafe cursor.pointee.begin(Int(plan), values)
  return SQLITE_OK
}

private func rowCursor(
  _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
) -> UnsafeMutablePointer<RowCursor>? {
  unsafe UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: RowCursor.self)
}
