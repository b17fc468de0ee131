/// The uwsgi protocol's request: a head of four bytes and the request's variables.
///
/// https://uwsgi-docs.readthedocs.io/en/latest/Protocol.html
package struct UwsgiPacket: Sendable {
  /// In the order in which they are sent.
  package var variables: [(name: String, value: String)]

  package init(variables: [(name: String, value: String)]) {
    self.variables = variables
  }

  /// A request as nginx would pass it on.
  package init(method: String, path: String, host: String) {
    let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    variables = [
      ("QUERY_STRING", parts.count > 1 ? String(parts[1]) : ""),
      ("REQUEST_METHOD", method),
      ("CONTENT_TYPE", ""),
      ("CONTENT_LENGTH", ""),
      ("REQUEST_URI", path),
      ("PATH_INFO", String(parts.first ?? "/")),
      ("DOCUMENT_ROOT", "/"),
      ("SERVER_PROTOCOL", "HTTP/1.1"),
      ("REQUEST_SCHEME", "http"),
      ("REMOTE_ADDR", "127.0.0.1"),
      ("REMOTE_PORT", "0"),
      ("SERVER_PORT", "80"),
      ("SERVER_NAME", host),
      ("HTTP_HOST", host),
      ("HTTP_USER_AGENT", "dovetail"),
    ]
  }

  /// The bytes on the wire; nil where the variables are longer than the head can tell.
  package var bytes: [UInt8]? {
    var body: [UInt8] = []
    for (name, value) in variables {
      for text in [Array(name.utf8), Array(value.utf8)] {
        guard let length = UInt16(exactly: text.count) else { return nil }
        body += Self.littleEndian(length) + text
      }
    }
    guard let size = UInt16(exactly: body.count) else { return nil }
    return [0] + Self.littleEndian(size) + [0] + body
  }

  private static func littleEndian(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 0xff), UInt8(number >> 8)]
  }
}
