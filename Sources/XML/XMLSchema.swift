private import CLibXML2

/// A W3C XML schema, ready to judge documents.
@safe package struct XMLSchema: ~Copyable {
  private let handle: xmlSchemaPtr
  // The schema points into it.
  private let source: XMLTree

  /// Reads a schema.
  ///
  /// - Throws: `XMLError.badSchema` with what is wrong with it.
  package init(_ bytes: [UInt8]) throws {
    LibXML2.start()
    let problems = XMLProblemList()
    guard let source = XMLTree(bytes, problems: problems),
      let schema = unsafe XMLSchema.parse(source, problems: problems)
    else { throw XMLError.badSchema(problems.all) }
    unsafe handle = unsafe schema
    self.source = source
  }

  deinit {
    unsafe xmlSchemaFree(handle)
  }

  /// Everything that keeps a document from being valid, in the order of its lines.
  package func problems(of document: [UInt8]) -> [XMLProblem] {
    let problems = XMLProblemList()
    guard let tree = XMLTree(document, problems: problems) else { return problems.all }
    guard let validator = unsafe xmlSchemaNewValidCtxt(handle) else { return problems.all }
    defer { unsafe xmlSchemaFreeValidCtxt(validator) }
    unsafe xmlSchemaSetValidStructuredErrors(
      validator,
      XMLProblemList.collect,
      problems.unretained
    )
    let result = unsafe xmlSchemaValidateDoc(validator, tree.handle)
    if result != 0, problems.all.isEmpty {
      problems.append(line: 0, offset: nil, message: "the document could not be validated")
    }
    return problems.all
  }

  private static func parse(
    _ source: borrowing XMLTree,
    problems: XMLProblemList
  ) -> xmlSchemaPtr? {
    guard let context = unsafe xmlSchemaNewDocParserCtxt(source.handle) else { return nil }
    defer { unsafe xmlSchemaFreeParserCtxt(context) }
    unsafe xmlSchemaSetParserStructuredErrors(
      context,
      XMLProblemList.collect,
      problems.unretained
    )
    return unsafe xmlSchemaParse(context)
  }
}
