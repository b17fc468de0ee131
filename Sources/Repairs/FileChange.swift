/// A file before and after repairs.
package struct FileChange: Sendable {
  /// The path in the folder that was checked.
  package let path: String
  package let before: [UInt8]
  package let after: [UInt8]

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    self.before = before
    self.after = after
  }
}
