/// Why no document could be written or no schema be used.
package enum XMLError: Error, Equatable {
  /// libxml2 could not get memory or refused what it was given.
  case writerFailed

  /// The schema itself is wrong.
  case badSchema([XMLProblem])
}
