/// What `printf` prints.
enum PrintfText {
  /// The bytes for a format and its arguments; nil where it has more than strings and whole numbers.
  static func bytes(_ words: [String]) -> [UInt8]? {
    guard let format = words.first, !format.hasPrefix("-") else { return nil }
    var arguments = words.dropFirst()
    var result: [UInt8] = []
    repeat {
      let before = arguments.count
      guard let piece = piece(Array(format.utf8), &arguments) else { return nil }
      result += piece
      // A format without conversions is used once, whatever the arguments.
      if arguments.count == before { break }
    } while !arguments.isEmpty
    return result
  }

  private static func piece(
    _ format: [UInt8], _ arguments: inout ArraySlice<String>
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var plain: [UInt8] = []
    var rest = format[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      guard let kind = rest.popFirst() else { return nil }
      guard let text = unescaped(plain) else { return nil }
      result += text
      plain = []
      switch kind {
      case UInt8(ascii: "%"): result.append(kind)
      case UInt8(ascii: "s"), UInt8(ascii: "d"): result += Array((arguments.popFirst() ?? "").utf8)
      case UInt8(ascii: "b"):
        guard let text = unescaped(Array((arguments.popFirst() ?? "").utf8)) else { return nil }
        result += text
      default: return nil
      }
    }
    return unescaped(plain).map { result + $0 }
  }

  /// A text with its escapes carried out; nil where one is not known.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      rest.removeFirst()
      switch next {
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\\"): result.append(next)
      case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "e"),
        UInt8(ascii: "f"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "u"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return nil
      default: result += [byte, next]
      }
    }
    return result
  }
}
