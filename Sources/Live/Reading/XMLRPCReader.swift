/// Reads the XML that XML-RPC uses: elements without attributes, text, and five entities.
struct XMLRPCReader {
  private let text: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  mutating func methodResponse() -> XMLRPCAnswer? {
    skipProlog()
    guard open("methodResponse") else { return nil }
    if open("fault") {
      guard let fault = value() else { return nil }
      return .fault(
        code: fault["faultCode"]?.int ?? 0, text: fault["faultString"]?.string ?? "")
    }
    guard open("params"), open("param"), let value = value() else { return nil }
    return .value(value)
  }

  private mutating func value() -> XMLRPCValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < deepest, open("value") else { return nil }
    let result = typedValue()
    return result != nil && close("value") ? result : nil
  }

  private mutating func typedValue() -> XMLRPCValue? {
    if open("struct") { return structure() }
    if open("array") { return array() }
    if open("int") || open("i4") { return Int(scalar()).map { .int($0) } }
    if open("boolean") { return .bool(scalar() == "1") }
    if empty("string") { return .string("") }
    if open("string") { return .string(scalar()) }
    if empty("nil") { return XMLRPCValue.none }
    if open("dateTime.iso8601") || open("double") || open("base64") { return .string(scalar()) }
    return .string(characters())
  }

  private mutating func structure() -> XMLRPCValue? {
    var members: [String: XMLRPCValue] = [:]
    while open("member") {
      guard open("name") else { return nil }
      let name = scalar()
      guard let value = value(), close("member") else { return nil }
      members[name] = value
    }
    return close("struct") ? .structure(members) : nil
  }

  private mutating func array() -> XMLRPCValue? {
    var values: [XMLRPCValue] = []
    if empty("data") { return close("array") ? .array([]) : nil }
    guard open("data") else { return nil }
    while !close("data") {
      guard let value = value() else { return nil }
      values.append(value)
    }
    return close("array") ? .array(values) : nil
  }

  /// The text up to the element's end, which is taken too.
  private mutating func scalar() -> String {
    let content = characters()
    while position < text.count, text[position] != UInt8(ascii: ">") { position += 1 }
    position = min(position + 1, text.count)
    return content
  }

  private mutating func characters() -> String {
    let start = position
    while position < text.count, text[position] != UInt8(ascii: "<") { position += 1 }
    let raw = String(decoding: text[start..<position], as: UTF8.self)
    guard raw.utf8.contains(UInt8(ascii: "&")) else { return raw }
    return entities.reduce(raw) {
      $0.split(separator: $1.name, omittingEmptySubsequences: false)
        .joined(separator: $1.character)
    }
  }

  private mutating func skipProlog() {
    skipBlanks()
    if text[position...].starts(with: "<?".utf8) { _ = scalar() }
  }

  private mutating func open(_ name: String) -> Bool { take("<\(name)>") }
  private mutating func close(_ name: String) -> Bool { take("</\(name)>") }
  private mutating func empty(_ name: String) -> Bool {
    take("<\(name)/>") || take("<\(name) />") || take("<\(name)></\(name)>")
  }

  private mutating func take(_ tag: String) -> Bool {
    let start = position
    skipBlanks()
    guard text[position...].starts(with: tag.utf8) else {
      position = start
      return false
    }
    position += tag.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while position < text.count, " \t\r\n".utf8.contains(text[position]) { position += 1 }
  }
}

private let deepest = 32

// The ampersand comes last, so that what it makes is not read again.
private let entities: [(name: String, character: String)] = [
  ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#13;", "\r"), ("&amp;", "&"),
]
