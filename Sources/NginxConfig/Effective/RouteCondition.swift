/// The condition of an `if`, as far as it asks for what a URL says.
struct RouteCondition {
  /// Whether it holds; nil where it asks for something else.
  let isMet: Bool?

  init(_ values: [String], _ request: NginxRequest, path: ByteText) {
    isMet = Self.evaluate(Self.words(values), request, path: path)
  }

  /// The words without the parentheses around them.
  private static func words(_ values: [String]) -> [String] {
    var words = values
    if let first = words.first, first.hasPrefix("(") { words[0] = String(first.dropFirst()) }
    if let last = words.last, last.hasSuffix(")") {
      words[words.count - 1] = String(last.dropLast())
    }
    return words.filter { !$0.isEmpty }
  }

  private static func evaluate(
    _ words: [String], _ request: NginxRequest, path: ByteText
  ) -> Bool? {
    guard let name = words.first, let value = value(of: name, request, path: path) else {
      return nil
    }
    if words.count == 1 { return !value.isEmpty && !value.isText("0") }
    guard words.count == 3, !words[2].contains("$") || words[1].contains("~") else { return nil }
    let right = ByteText(words[2].utf8)
    switch words[1] {
    case "=": return value == right
    case "!=": return value != right
    case "~", "~*", "!~", "!~*":
      let isMatch = LocationSearch.matches(
        right, value, ignoringCase: words[1].hasSuffix("*"))
      return isMatch != words[1].hasPrefix("!")
    default: return nil
    }
  }

  private static func value(
    of variable: String, _ request: NginxRequest, path: ByteText
  ) -> ByteText? {
    switch variable.lowercased() {
    case "$host": ByteText(request.host.utf8)
    case "$scheme": ByteText((request.isSecure ? "https" : "http").utf8)
    case "$server_port": ByteText(String(request.port).utf8)
    case "$uri", "$document_uri": path
    default: nil
    }
  }
}
