/// A document that was read, as far as it could be.
///
/// Reading is safe with anyone's input: it opens no file and no connection, it expands none but the
/// five predefined entities, and it stops at `limit` bytes and at libxml2's 256 nested elements.
/// The bytes are read as UTF-8, whatever encoding the document declares.
package struct XMLDocument: Sendable {
  /// The most bytes that are read.
  package static let limit = 16 << 20

  /// The outermost element, nil where there is none.
  package let root: XMLElement?

  /// What is wrong with the document, in the order in which it was met; at most 100.
  package let problems: [XMLProblem]

  package init(parsing bytes: [UInt8]) {
    let reader = XMLReader(bytes)
    root = reader.root
    problems = reader.problems
  }
}
