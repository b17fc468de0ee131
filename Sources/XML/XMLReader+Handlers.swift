internal import CLibXML2

extension XMLReader {
  /// What libxml2 calls; nothing is left to its own handlers, which would build a tree.
  static var handlers: xmlSAXHandler {
    var handlers = unsafe xmlSAXHandler()
    unsafe handlers.initialized = XML_SAX2_MAGIC
    unsafe handlers.startElementNs = { context, name, prefix, _, _, _, count, defaulted, values in
      unsafe XMLReader.from(context)?.start(
        XMLReader.name(name, prefix: prefix),
        XMLReader.attributes(values, count: Int(count - defaulted))
      )
    }
    unsafe handlers.endElementNs = { context, _, _, _ in
      unsafe XMLReader.from(context)?.end()
    }
    unsafe handlers.characters = { context, bytes, count in
      unsafe XMLReader.from(context)?.text(XMLReader.string(bytes, count: Int(count)))
    }
    unsafe handlers.cdataBlock = unsafe handlers.characters
    unsafe handlers.ignorableWhitespace = unsafe handlers.characters
    unsafe handlers.getEntity = { _, name in unsafe xmlGetPredefinedEntity(name) }
    unsafe handlers.attributeDecl = { context, _, _, _, _, _, values in
      unsafe xmlFreeEnumeration(values)
      unsafe XMLReader.from(context)?.refuseAttributeList()
    }
    unsafe handlers.serror = { context, error in
      guard let error = unsafe error else { return }
      unsafe XMLReader.from(context)?.report(error.pointee)
    }
    return unsafe handlers
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
  }

  private static func name(
    _ name: UnsafePointer<xmlChar>?,
    prefix: UnsafePointer<xmlChar>?
  ) -> String {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    guard let prefix = unsafe prefix else { return name }
    return unsafe String(cString: prefix) + ":" + name
  }

  /// Reads libxml2's five pointers an attribute: name, prefix, URI, the value's start and its end.
  private static func attributes(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    count: Int
  ) -> [(name: String, value: String)] {
    guard let values = unsafe values, count > 0 else { return [] }
    return (0..<count).map { index in
      let five = unsafe values + 5 * index
      let name = unsafe XMLReader.name(five[0], prefix: five[1])
      guard let start = unsafe five[3], let end = unsafe five[4] else { return (name, "") }
      return (name, unsafe string(start, count: end - start))
    }
  }

  private static func string(_ start: UnsafePointer<xmlChar>?, count: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
