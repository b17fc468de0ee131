/// What a client asks for.
package struct NginxRequest: Sendable {
  package let isSecure: Bool

  /// In lower case and without a dot at its end.
  package let host: String
  package let port: Int

  /// The path as nginx matches it: decoded, without `.`, `..` and double slashes.
  package let path: String

  /// Reads `http://host:port/path`, `host/path` or `/path`; nil where that is no request.
  package init?(_ text: String) {
    var rest = text[...]
    var isSecure = false
    if rest.hasPrefix("https://") {
      isSecure = true
      rest = rest.dropFirst(8)
    } else if rest.hasPrefix("http://") {
      rest = rest.dropFirst(7)
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    rest = rest.dropFirst(authority.count)
    let colon = authority.hasSuffix("]") ? nil : authority.lastIndex(of: ":")
    var name = String(authority[..<(colon ?? authority.endIndex)]).lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    self.isSecure = isSecure
    host = name
    if let colon {
      guard let number = Int(authority[authority.index(after: colon)...]),
        (1...65535).contains(number)
      else { return nil }
      port = number
    } else {
      port = isSecure ? 443 : 80
    }
    guard let path = Self.normalized(rest.prefix { $0 != "?" && $0 != "#" }) else { return nil }
    self.path = path
  }

  /// Decodes a path and resolves its dots (`ngx_http_parse_complex_uri`); nil where nginx says 400.
  private static func normalized(_ path: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = NginxNumber.hexadecimal(rest.prefix(2)), rest.count >= 2, code != 0 else {
        return nil
      }
      bytes.append(UInt8(code))
      rest = rest.dropFirst(2)
    }
    var parts: [ByteText] = []
    let all = bytes.split(separator: UInt8(ascii: "/"))
    for part in all where !part.isText(".") {
      if part.isText("..") {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    let isFolder =
      bytes.last == UInt8(ascii: "/") || all.last.map { $0.isText(".") || $0.isText("..") } ?? true
    let joined = parts.map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
    return isFolder || parts.isEmpty ? joined + "/" : joined
  }
}
