/// nginx's readers of numbers, sizes and times (`ngx_string.c`, `ngx_parse.c`).
enum NginxNumber {
  /// A number in decimal digits alone (`ngx_atoi`).
  static func integer(_ text: ByteText) -> Int? {
    guard !text.isEmpty else { return nil }
    var value = 0
    for byte in text {
      guard Ascii.isDigit(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  /// A number in hexadecimal digits alone (`ngx_hextoi`).
  static func hexadecimal(_ text: ByteText) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ hexadecimalDigit($0) != nil }) else { return nil }
    return Int(String(decoding: text, as: UTF8.self), radix: 16)
  }

  static func hexadecimalDigit(_ byte: UInt8) -> Int? {
    switch Ascii.lowercased(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(Ascii.lowercased(byte) - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// A number with decimal places, times a power of ten (`ngx_atofp`).
  static func fixedPoint(_ text: ByteText, places: Int) -> Int? {
    guard !text.isEmpty else { return nil }
    var digits: [UInt8] = []
    var left = places
    var hasPoint = false
    for byte in text {
      if byte == UInt8(ascii: ".") {
        if hasPoint { return nil }
        hasPoint = true
        continue
      }
      guard Ascii.isDigit(byte) else { return nil }
      if hasPoint {
        if left == 0 { return nil }
        left -= 1
      }
      digits.append(byte)
    }
    digits += Array(repeating: UInt8(ascii: "0"), count: left)
    return integer(digits[...])
  }

  /// A size in bytes, with `k` or `m` (`ngx_parse_size`).
  static func size(_ text: ByteText) -> Int? {
    scaled(text, units: [UInt8(ascii: "k"): 1 << 10, UInt8(ascii: "m"): 1 << 20])
  }

  /// An offset in bytes, with `k`, `m` or `g` (`ngx_parse_offset`).
  static func offset(_ text: ByteText) -> Int? {
    scaled(
      text,
      units: [UInt8(ascii: "k"): 1 << 10, UInt8(ascii: "m"): 1 << 20, UInt8(ascii: "g"): 1 << 30]
    )
  }

  private static func scaled(_ text: ByteText, units: [UInt8: Int]) -> Int? {
    guard let last = text.last else { return nil }
    guard let unit = units[Ascii.lowercased(last)] else { return integer(text) }
    guard let value = integer(text.dropLast()) else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }
}
