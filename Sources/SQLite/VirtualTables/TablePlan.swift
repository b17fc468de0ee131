internal import CSQLite

/// A way to look up rows, as a query is going to.
final class TablePlan {
  struct Lookup: Hashable {
    /// In the order of the table.
    let columns: [Int]

    /// The columns that may be looked up for NULL.
    var nullable: ColumnSet
  }

  let lookup: Lookup
  private let kinds: [VirtualTable.Column.Kind]

  /// Nil as long as nobody has looked anything up.
  var index: TableIndex?

  init(_ lookup: Lookup, of table: VirtualTable) {
    self.lookup = lookup
    kinds = lookup.columns.map { table.columns[$0].kind }
  }

  /// The hash of what a query looks for; nil where no row can have it.
  func hash(of arguments: UnsafeBufferPointer<OpaquePointer?>) -> UInt64? {
    var key = KeyHasher()
    for place in kinds.indices {
      let argument = unsafe arguments[place]
      switch (kinds[place], unsafe sqlite3_value_type(argument)) {
      case (_, SQLITE_NULL):
        guard lookup.nullable.contains(lookup.columns[place]) else { return nil }
        key.combineNull()
      case (.text, SQLITE_TEXT):
        let count = Int(unsafe sqlite3_value_bytes(argument))
        let text = unsafe UnsafeBufferPointer(start: sqlite3_value_text(argument), count: count)
        unsafe key.combine(text)
      case (.key, SQLITE_INTEGER), (.integer, SQLITE_INTEGER):
        key.combine(unsafe sqlite3_value_int64(argument))
      default:
        guard unsafe key.combine(converting: argument, to: kinds[place]) else { return nil }
      }
    }
    return key.hash
  }
}

extension KeyHasher {
  /// Takes a value as a column of another type compares it; false where it equals none there.
  fileprivate mutating func combine(
    converting argument: OpaquePointer?, to kind: VirtualTable.Column.Kind
  ) -> Bool {
    // A copy, because SQLite changes a value that it is asked to convert.
    let copy = unsafe sqlite3_value_dup(argument)
    defer { unsafe sqlite3_value_free(copy) }
    if kind == .text {
      let count = Int(unsafe sqlite3_value_bytes(copy))
      unsafe combine(UnsafeBufferPointer(start: sqlite3_value_text(copy), count: count))
      return true
    }
    let type = unsafe sqlite3_value_numeric_type(copy)
    guard type == SQLITE_INTEGER || type == SQLITE_FLOAT,
      let number = Int64(exactly: unsafe sqlite3_value_double(copy))
    else { return false }
    combine(number)
    return true
  }
}
