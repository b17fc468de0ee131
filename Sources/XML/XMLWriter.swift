private import CLibXML2

/// Writes an XML document, bit by bit, to wherever its bytes should go.
///
/// Elements are closures, so that what is opened is always closed. Names are literals, so that no
/// input can become markup; everything else is escaped, and what XML forbids becomes U+FFFD.
///
///     let writer = try XMLWriter { bytes in file.append(bytes) }
///     try writer.element("suite", ["name": path]) {
///       try writer.text("one & two")
///     }
///     try writer.finish()
@safe package struct XMLWriter: ~Copyable {
  /// An attribute's name and value; an attribute without a value is left out.
  package typealias Attributes = KeyValuePairs<StaticString, String?>

  private let handle: xmlTextWriterPtr
  private let sink: XMLSink

  /// Starts a document in UTF-8, with indented elements, that is handed on in pieces.
  ///
  /// - Parameters:
  ///   - indented: Whether elements stand on lines of their own; text is never indented.
  ///   - write: Takes the next bytes; what it throws, the next step throws.
  /// - Throws: `XMLError.writerFailed` without memory.
  package init(indented: Bool = true, to write: @escaping ([UInt8]) throws -> Void) throws {
    LibXML2.start()
    let sink = XMLSink(write)
    let writer = try unsafe XMLWriter.start(sink, indented: indented)
    unsafe handle = unsafe writer
    self.sink = sink
  }

  deinit {
    unsafe xmlFreeTextWriter(handle)
  }

  /// Writes an element with whatever the closure writes inside.
  package func element(
    _ name: StaticString,
    _ attributes: Attributes = [:],
    content: () throws -> Void = {}
  ) throws {
    try check(unsafe xmlTextWriterStartElement(handle, name.utf8Start))
    for (name, value) in attributes {
      guard let value else { continue }
      try check(
        unsafe xmlTextWriterWriteAttribute(handle, name.utf8Start, XMLText(value).string)
      )
    }
    try content()
    try check(unsafe xmlTextWriterEndElement(handle))
  }

  /// Writes character data.
  package func text(_ text: String) throws {
    guard !text.isEmpty else { return }
    try check(unsafe xmlTextWriterWriteString(handle, XMLText(text).string))
  }

  /// Ends the document; nothing more may be written.
  package consuming func finish() throws {
    try check(unsafe xmlTextWriterEndDocument(handle))
    try check(unsafe xmlTextWriterFlush(handle))
  }

  private static func start(_ sink: XMLSink, indented: Bool) throws -> xmlTextWriterPtr {
    guard let buffer = unsafe sink.makeOutputBuffer() else { throw XMLError.writerFailed }
    guard let writer = unsafe xmlNewTextWriter(buffer) else {
      unsafe xmlOutputBufferClose(buffer)
      throw XMLError.writerFailed
    }
    unsafe xmlTextWriterSetIndent(writer, indented ? 1 : 0)
    guard unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", nil) >= 0 else {
      unsafe xmlFreeTextWriter(writer)
      throw sink.error ?? XMLError.writerFailed
    }
    return unsafe writer
  }

  private func check(_ result: Int32) throws {
    if let error = sink.error { throw error }
    guard result >= 0 else { throw XMLError.writerFailed }
  }
}

/// Hands libxml2's output on, and keeps the first error of whoever takes it.
private final class XMLSink {
  private(set) var error: (any Error)?
  private let write: ([UInt8]) throws -> Void

  init(_ write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
  }

  /// A buffer that keeps this object alive until it is closed.
  func makeOutputBuffer() -> xmlOutputBufferPtr? {
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    let buffer = unsafe xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context = unsafe context else { return -1 }
        let sink = unsafe Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue()
        return unsafe sink.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      },
      { context in
        guard let context = unsafe context else { return -1 }
        unsafe Unmanaged<XMLSink>.fromOpaque(context).release()
        return 0
      },
      context,
      nil
    )
    if unsafe buffer == nil {
      unsafe Unmanaged<XMLSink>.fromOpaque(context).release()
    }
    return unsafe buffer
  }

  /// Claims to have taken everything even after an error: libxml2 would print one of its own.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    if error == nil {
      do {
        try write(unsafe Array(bytes))
      } catch {
        self.error = error
      }
    }
    return Int32(bytes.count)
  }
}
