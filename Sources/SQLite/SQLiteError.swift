/// What SQLite answered when it could not do what was asked.
package struct SQLiteError: Error, Sendable, CustomStringConvertible {
  /// SQLite's primary result code.
  package let code: Int32

  /// SQLite's own words.
  package let message: String

  /// The byte of the SQL text that SQLite points at, where it points at one.
  package let offset: Int?

  package var description: String {
    message
  }
}
