/// JSON as the vectors hold it: text is bytes, and a lone surrogate `\udcXX` is the byte `XX`.
enum VectorJSON: Equatable {
  case text([UInt8])
  case list([VectorJSON])
  case object([String: VectorJSON], Order = Order())
  case word(String)

  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value() else { return nil }
    self = value
  }

  /// The names of an object's members in their order, which makes no difference between objects.
  struct Order: Equatable {
    var names: [String] = []

    static func == (_: Order, _: Order) -> Bool { true }
  }

  subscript(key: String) -> VectorJSON? {
    members[key]
  }

  var items: [VectorJSON] {
    if case .list(let items) = self { items } else { [] }
  }

  var members: [String: VectorJSON] {
    if case .object(let members, _) = self { members } else { [:] }
  }

  /// The names of the members in their order.
  var names: [String] {
    if case .object(_, let order) = self { order.names } else { [] }
  }

  var bytes: [UInt8]? {
    if case .text(let bytes) = self { bytes } else { nil }
  }

  var string: String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    mutating func value() -> VectorJSON? {
      skipBlanks()
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "{"): return object()
      case UInt8(ascii: "["): return list()
      case UInt8(ascii: "\""): return text().map(VectorJSON.text)
      default: return word()
      }
    }

    private mutating func object() -> VectorJSON? {
      index += 1
      var members: [String: VectorJSON] = [:]
      var order = Order()
      while !take("}") {
        skipBlanks()
        guard let key = text(), take(":"), let value = value() else { return nil }
        let name = String(decoding: key, as: UTF8.self)
        members[name] = value
        order.names.append(name)
        _ = take(",")
      }
      return .object(members, order)
    }

    private mutating func list() -> VectorJSON? {
      index += 1
      var items: [VectorJSON] = []
      while !take("]") {
        guard let item = value() else { return nil }
        items.append(item)
        _ = take(",")
      }
      return .list(items)
    }

    private mutating func word() -> VectorJSON {
      let start = index
      while index < bytes.count, !",]} \n".utf8.contains(bytes[index]) { index += 1 }
      return .word(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func text() -> [UInt8]? {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
      index += 1
      var text: [UInt8] = []
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\\") {
          escape(into: &text)
        } else {
          text.append(bytes[index])
          index += 1
        }
      }
      index += 1
      return text
    }

    private mutating func escape(into text: inout [UInt8]) {
      index += 2
      guard index <= bytes.count else { return }
      switch bytes[index - 1] {
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "u"): unicodeEscape(into: &text)
      case let byte: text.append(byte)
      }
    }

    private mutating func unicodeEscape(into text: inout [UInt8]) {
      let unit = hexadecimal()
      if (0xdc80...0xdcff).contains(unit) {
        text.append(UInt8(unit - 0xdc00))
        return
      }
      var scalar = unit
      if (0xd800...0xdbff).contains(unit), index + 6 <= bytes.count {
        index += 2
        scalar = 0x10000 + (unit - 0xd800) << 10 + (hexadecimal() - 0xdc00)
      }
      if let scalar = Unicode.Scalar(scalar) {
        text.append(contentsOf: String(Character(scalar)).utf8)
      }
    }

    private mutating func hexadecimal() -> UInt32 {
      let end = min(index + 4, bytes.count)
      defer { index = end }
      return UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16) ?? 0xfffd
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
      skipBlanks()
      // The end of the text closes whatever is open.
      guard index < bytes.count else { return symbol == "]" || symbol == "}" }
      guard bytes[index] == UInt8(ascii: symbol) else { return false }
      index += 1
      return true
    }

    private mutating func skipBlanks() {
      while index < bytes.count, [32, 10, 13, 9].contains(bytes[index]) { index += 1 }
    }
  }
}
