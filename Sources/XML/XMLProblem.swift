/// Something that libxml2 found wrong with a document, in its own words.
package struct XMLProblem: Hashable, Sendable {
  /// The line, counted from 1; 0 where libxml2 names none.
  package let line: Int

  /// The byte of the document that had been reached, if the document was being read.
  package let offset: Int?

  /// The sentence: without a full stop or a line end.
  package let message: String
}
