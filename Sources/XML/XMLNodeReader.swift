internal import CLibXML2

/// Reads a document's nodes down to a few levels, without a network and without expanding entities.
package struct XMLNodeReader: Sendable {
  /// The root element; nil where the document is not well-formed.
  package let root: XMLNode?

  /// What is wrong with it, in libxml2's words.
  package let problem: XMLProblem?

  /// Reads `levels` levels of elements: what lies deeper is left out.
  package init(_ bytes: [UInt8], levels: Int) {
    guard bytes.count <= XMLDocument.limit else {
      root = nil
      problem = XMLProblem(line: 0, offset: 0, message: "the document is larger than 16 MiB")
      return
    }
    LibXML2.start()
    let list = XMLProblemList()
    guard let document = XMLNodeDocument(bytes, problems: list) else {
      root = nil
      problem = list.all.first
      return
    }
    root = document.root(levels: levels)
    problem = nil
  }
}

/// A document of libxml2 while its nodes are copied.
@safe private struct XMLNodeDocument: ~Copyable {
  private let handle: xmlDocPtr

  init?(_ bytes: [UInt8], problems: XMLProblemList) {
    guard let parser = unsafe xmlNewParserCtxt() else { return nil }
    defer { unsafe xmlFreeParserCtxt(parser) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        nil, Int32(options))
    }
    guard let tree = unsafe tree else {
      unsafe problems.append(parser.pointee.lastError, offset: nil)
      return nil
    }
    unsafe handle = unsafe tree
  }

  deinit {
    unsafe xmlFreeDoc(handle)
  }

  func root(levels: Int) -> XMLNode? {
    guard let root = unsafe xmlDocGetRootElement(handle) else { return nil }
    return unsafe node(root, levels: levels)
  }

  private func node(_ node: xmlNodePtr, levels: Int) -> XMLNode? {
    let type = unsafe node.pointee.type
    switch type {
    case XML_ELEMENT_NODE:
      return unsafe .element(
        name: Self.string(node.pointee.name) ?? "", attributes: attributes(of: node),
        children: levels > 0 ? children(of: node, levels: levels - 1) : [])
    case XML_TEXT_NODE: return .text(unsafe Self.string(node.pointee.content) ?? "")
    case XML_CDATA_SECTION_NODE:
      return .characterSection(unsafe Self.string(node.pointee.content) ?? "")
    case XML_COMMENT_NODE: return .comment(unsafe Self.string(node.pointee.content) ?? "")
    case XML_PI_NODE: return .instruction(unsafe Self.string(node.pointee.content) ?? "")
    case XML_ENTITY_REF_NODE: return .entity(unsafe Self.string(node.pointee.content))
    default: return nil
    }
  }

  private func children(of parent: xmlNodePtr, levels: Int) -> [XMLNode] {
    var nodes: [XMLNode] = []
    var next = unsafe parent.pointee.children
    while let child = unsafe next {
      if let node = unsafe node(child, levels: levels) { nodes.append(node) }
      unsafe next = unsafe child.pointee.next
    }
    return nodes
  }

  /// The attributes by their names without prefixes; one with an entity in it is left out.
  private func attributes(of element: xmlNodePtr) -> [String: String] {
    var attributes: [String: String] = [:]
    var next = unsafe element.pointee.properties
    while let attribute = unsafe next {
      let value = unsafe attribute.pointee.children
      let isPlain = unsafe value.map {
        unsafe $0.pointee.next == nil && $0.pointee.type == XML_TEXT_NODE
      }
      if isPlain != false, let name = unsafe Self.string(attribute.pointee.name),
        attributes[name] == nil
      {
        attributes[name] = unsafe value.flatMap { unsafe Self.string($0.pointee.content) } ?? ""
      }
      unsafe next = unsafe attribute.pointee.next
    }
    return attributes
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }
}
