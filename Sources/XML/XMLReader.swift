internal import CLibXML2

/// Builds elements from libxml2's SAX2 events, for `XMLDocument`.
@safe final class XMLReader {
  private(set) var root: XMLElement?
  private let bytes: [UInt8]
  private var open: [XMLElement] = []
  private let list = XMLProblemList()
  private var parser: xmlParserCtxtPtr?

  var problems: [XMLProblem] { list.all }

  init(_ bytes: [UInt8]) {
    LibXML2.start()
    self.bytes = bytes
    guard bytes.count <= XMLDocument.limit else {
      list.append(line: 0, offset: 0, message: "the document is larger than 16 MiB")
      return
    }
    parse()
    while !open.isEmpty {
      close(at: bytes.count)
    }
  }

  private func parse() {
    guard let context = unsafe xmlNewParserCtxt() else { return }
    unsafe parser = unsafe context
    defer {
      unsafe parser = nil
      unsafe xmlFreeParserCtxt(context)
    }
    unsafe context.pointee.sax.pointee = unsafe XMLReader.handlers
    unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(self).toOpaque()
    // `NOENT` means "expand": without it `&amp;` stays in attributes. `getEntity` knows but five.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOENT.rawValue
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let tree = unsafe xmlCtxtReadMemory(
        context,
        start,
        Int32(buffer.count),
        nil,
        "UTF-8",
        Int32(options)
      )
      unsafe xmlFreeDoc(tree)
    }
  }

  // MARK: Events

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    // libxml2 calls when it has read the attributes; no `<` can stand among them.
    let reached = offset
    let first = bytes[..<reached].lastIndex(of: UInt8(ascii: "<")) ?? reached
    let last = bytes[reached...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    let end = min(last + 1, bytes.endIndex)
    open.append(
      XMLElement(
        name: name,
        attributes: attributes,
        line: line,
        startTag: first..<end,
        content: end..<end
      )
    )
  }

  func end() {
    let reached = offset
    let isEmptyTag = reached >= 2 && bytes[reached - 2] == UInt8(ascii: "/")
    close(at: isEmptyTag ? nil : bytes[..<reached].lastIndex(of: UInt8(ascii: "<")))
  }

  func text(_ text: String) {
    guard let last = open.indices.last else { return }
    if case .text(let before) = open[last].nodes.last {
      open[last].nodes[open[last].nodes.count - 1] = .text(before + text)
    } else {
      open[last].nodes.append(.text(text))
    }
  }

  /// Stops at an attribute list: defaults of attributes can make a small document grow without end.
  func refuseAttributeList() {
    list.append(line: line, offset: offset, message: "attribute lists are not read")
    unsafe xmlStopParser(parser)
  }

  func report(_ error: xmlError) {
    unsafe list.append(error, offset: offset)
  }

  // MARK: Places

  private var offset: Int {
    guard let parser = unsafe parser else { return 0 }
    return min(max(Int(unsafe xmlByteConsumed(parser)), 0), bytes.count)
  }

  private var line: Int {
    guard let input = unsafe parser?.pointee.input else { return 0 }
    return Int(unsafe input.pointee.line)
  }

  private func close(at contentEnd: Int?) {
    guard var element = open.popLast() else { return }
    let contentStart = element.content.lowerBound
    element.content = contentStart..<max(contentEnd ?? contentStart, contentStart)
    if let parent = open.indices.last {
      open[parent].nodes.append(.element(element))
    } else if root == nil {
      root = element
    }
  }
}
