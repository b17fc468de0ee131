package import SourceText

/// A Python application that an instance loads.
package struct UwsgiApplication: Sendable {
  /// What loading it will come to.
  package enum Outcome: Hashable, Sendable {
    case found(path: String)

    /// No folder on the path has the module or the file; those that were looked at.
    case missing(searched: [String])

    /// The file has no such name; those that it has.
    case callableMissing(path: String, names: [String])

    /// Python cannot load the file, or one that it imports.
    case failing(path: String, failure: PythonFailure)

    /// A folder that nobody knows wholly may have it, or its names cannot be told.
    case unknown
  }

  /// `module`, `wsgi-file` or `mount`.
  package let option: String

  /// The mount point; empty for the default application.
  package let mountPoint: String

  /// The module or the path, as uWSGI has it after evaluation.
  package let target: String

  /// The name in the module that is the application.
  package let callable: String
  package let callableSpan: SourceSpan
  package let span: SourceSpan
  package let outcome: Outcome
}

/// Why a Python module cannot be loaded.
package struct PythonFailure: Hashable, Sendable {
  /// The last line of the traceback.
  package let message: String

  /// The statement.
  package let span: SourceSpan
}
