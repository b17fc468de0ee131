internal import CSQLite

/// A compiled statement.
///
/// It must not outlive its connection.
@safe package struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let database: OpaquePointer

  /// The names of the columns of its rows.
  package let columns: [String]

  init(_ sql: String, on connection: borrowing Connection) throws(SQLiteError) {
    var handle: OpaquePointer?
    let (code, length) = unsafe sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v2(connection.handle, text, -1, &handle, &tail)
      return (code, unsafe tail.map { unsafe $0 - text } ?? 0)
    }
    guard code == SQLITE_OK else { throw connection.lastError(code) }
    guard let handle = unsafe handle else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement", offset: nil)
    }
    guard Statement.isBlank(sql.utf8.dropFirst(length)) else {
      unsafe sqlite3_finalize(handle)
      let message = "there is more than one statement"
      throw SQLiteError(code: SQLITE_MISUSE, message: message, offset: length)
    }
    unsafe self.handle = handle
    unsafe database = connection.handle
    let count = unsafe sqlite3_column_count(handle)
    columns = (0..<count).map { unsafe String(cString: sqlite3_column_name(handle, $0)) }
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  /// Binds parameters in order, the first to `?1`.
  package mutating func bind(_ parameters: [any Bindable]) throws(SQLiteError) {
    for (index, parameter) in parameters.enumerated() {
      try bind(parameter.value, at: Int32(index + 1))
    }
  }

  /// Runs a statement that gives no rows, and makes it ready to run again.
  package mutating func run(_ values: [Value] = []) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      try bind(value, at: Int32(index + 1))
    }
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
  }

  /// The next row; nil after the last one.
  package mutating func nextRow() throws(SQLiteError) -> Row? {
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW:
      return Row(columns: columns, values: columns.indices.map { value(at: Int32($0)) })
    case SQLITE_DONE:
      unsafe sqlite3_reset(handle)
      return nil
    default:
      unsafe sqlite3_reset(handle)
      throw error(code)
    }
  }

  /// The rest of the rows, `limit` at most.
  package mutating func allRows(limit: Int = .max) throws(SQLiteError) -> [Row] {
    var rows: [Row] = []
    while rows.count < limit, let row = try nextRow() {
      rows.append(row)
    }
    return rows
  }

  private func bind(_ value: Value, at index: Int32) throws(SQLiteError) {
    let code =
      switch value {
      case .null: unsafe sqlite3_bind_null(handle, index)
      case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
      case .real(let number): unsafe sqlite3_bind_double(handle, index, number)
      case .text(let text): bind(text, at: index)
      }
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    unsafe dovetail_sqlite3_bind_text(handle, index, text, Int32(clamping: text.utf8.count))
  }

  private func value(at column: Int32) -> Value {
    let type = unsafe sqlite3_column_type(handle, column)
    switch type {
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, column))
    case SQLITE_NULL: return .null
    default:
      guard let text = unsafe sqlite3_column_text(handle, column) else { return .null }
      let count = Int(unsafe sqlite3_column_bytes(handle, column))
      let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
      return unsafe .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func error(_ code: Int32) -> SQLiteError {
    SQLiteError(code: code, message: unsafe String(cString: sqlite3_errmsg(database)), offset: nil)
  }

  private static func isBlank(_ rest: Substring.UTF8View) -> Bool {
    rest.allSatisfy { $0 == UInt8(ascii: " ") || ($0 >= 9 && $0 <= 13) || $0 == UInt8(ascii: ";") }
  }
}

/// A row of a result.
package struct Row: Sendable {
  package let columns: [String]
  package let values: [Value]

  /// The value of a column; nil where the row has no such column.
  package subscript(column: String) -> Value? {
    columns.firstIndex(of: column).map { values[$0] }
  }
}
