/// A file that the loader reads.
struct OpenFile {
  var lexer: NginxLexer
  let inclusion: Int32

  /// The number of open blocks when it was opened: it cannot close any of them.
  let firstBlock: Int

  /// The absolute path; nil for the text of `-g`.
  let path: String?

  /// The files to read before its next statement.
  var pending: PendingInclude?
}

/// The files of one `include` that are still to be read.
struct PendingInclude {
  /// The id of the `include`.
  let directive: Int

  /// Its place in the list of includes.
  let include: Int
  var paths: ArraySlice<String>
}
