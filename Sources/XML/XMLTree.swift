internal import CLibXML2

/// A document as libxml2's own tree, which its schemas want.
@safe struct XMLTree: ~Copyable {
  let handle: xmlDocPtr

  /// Reads a document without a network; answers nil, and adds the reason, if it is not well-formed.
  init?(_ bytes: [UInt8], problems: XMLProblemList) {
    let tree = unsafe XMLTree.parse(bytes, problems: problems)
    guard let tree = unsafe tree else { return nil }
    unsafe handle = unsafe tree
  }

  deinit {
    unsafe xmlFreeDoc(handle)
  }

  private static func parse(_ bytes: [UInt8], problems: XMLProblemList) -> xmlDocPtr? {
    guard let parser = unsafe xmlNewParserCtxt() else { return nil }
    defer { unsafe xmlFreeParserCtxt(parser) }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        parser,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(buffer.count),
        nil,
        nil,
        Int32(options)
      )
    }
    if unsafe tree == nil {
      unsafe problems.append(parser.pointee.lastError, offset: nil)
    }
    return unsafe tree
  }
}
