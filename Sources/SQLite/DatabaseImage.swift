internal import CSQLite

/// The pages of a database as they were at one moment, for any number of connections to read.
@safe package final class DatabaseImage: @unchecked Sendable {
  // Written by SQLite before the image is made, and never again.
  let pages: UnsafeMutablePointer<UInt8>
  let byteCount: Int64

  fileprivate init(pages: UnsafeMutablePointer<UInt8>, byteCount: Int64) {
    unsafe self.pages = unsafe pages
    self.byteCount = byteCount
  }

  deinit {
    unsafe sqlite3_free(pages)
  }
}

extension Connection {
  /// What the database holds now; throws where there is no memory for it.
  package borrowing func image() throws(SQLiteError) -> DatabaseImage {
    var byteCount: Int64 = 0
    guard let pages = unsafe sqlite3_serialize(handle, "main", &byteCount, 0) else {
      throw SQLiteError(code: SQLITE_NOMEM, message: "the database cannot be copied", offset: nil)
    }
    return unsafe DatabaseImage(pages: pages, byteCount: byteCount)
  }
}
