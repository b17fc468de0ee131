/// Addresses as nginx reads them (`ngx_inet.c`).
enum NetworkAddress {
  /// The four bytes of an IPv4 address (`ngx_inet_addr`, which takes an empty part for 0).
  static func version4(_ text: ByteText) -> [UInt8]? {
    var address: [UInt8] = []
    var octet = 0
    for byte in text {
      if Ascii.isDigit(byte) {
        octet = octet * 10 + Int(byte - UInt8(ascii: "0"))
        if octet > 255 { return nil }
      } else if byte == UInt8(ascii: "."), address.count < 3 {
        address.append(UInt8(octet))
        octet = 0
      } else {
        return nil
      }
    }
    guard address.count == 3 else { return nil }
    address.append(UInt8(octet))
    // 255.255.255.255 is the value that stands for a failure.
    return address == [255, 255, 255, 255] ? nil : address
  }

  /// The sixteen bytes of an IPv6 address (`ngx_inet6_addr`).
  static func version6(_ text: ByteText) -> [UInt8]? {
    var words: [UInt16] = []
    var zero: Int?
    var rest = text
    guard !rest.isEmpty else { return nil }
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    var digits = 0
    var word = 0
    var partStart = rest
    while let byte = rest.first {
      rest.removeFirst()
      if byte == UInt8(ascii: ":") {
        if digits > 0 {
          words.append(UInt16(word))
          if words.count == 8 { return nil }
          (digits, word) = (0, 0)
        } else {
          guard zero == nil else { return nil }
          zero = words.count
        }
        partStart = rest
        continue
      }
      if byte == UInt8(ascii: "."), digits > 0 {
        guard words.count <= 6, !words.isEmpty || zero != nil,
          let address = version4(partStart)
        else { return nil }
        words.append(UInt16(address[0]) << 8 | UInt16(address[1]))
        word = Int(address[2]) << 8 | Int(address[3])
        break
      }
      digits += 1
      guard digits <= 4, let digit = NginxNumber.hexadecimalDigit(byte) else { return nil }
      word = word * 16 + digit
    }
    return finish(words, word: word, hasDigits: digits > 0, zero: zero)
  }

  private static func finish(
    _ words: [UInt16], word: Int, hasDigits: Bool, zero: Int?
  ) -> [UInt8]? {
    var words = words
    if !hasDigits, zero == nil { return nil }
    words.append(UInt16(word))
    guard words.count <= 8 else { return nil }
    if words.count < 8 {
      guard let zero else { return nil }
      words.insert(contentsOf: repeatElement(0, count: 8 - words.count), at: zero)
    } else if zero != nil {
      return nil
    }
    return words.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  /// The text of an IPv6 address as nginx prints it (`ngx_inet6_ntop`).
  static func text(version6 address: [UInt8]) -> String {
    let words = stride(from: 0, to: 16, by: 2).map { Int(address[$0]) << 8 | Int(address[$0 + 1]) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, words[end] == 0 { end += 1 }
      if end - start > best.count, end - start > 1 { best = start..<end }
      start = max(end, start + 1)
    }
    let hex = words.map { String($0, radix: 16) }
    guard !best.isEmpty else { return hex.joined(separator: ":") }
    return hex[..<best.lowerBound].joined(separator: ":") + "::"
      + hex[best.upperBound...].joined(separator: ":")
  }

  /// A network such as `10.0.0.0/8`.
  struct Network: Hashable {
    var address: [UInt8]
    let prefixLength: Int

    /// Whether the address has bits that the mask cuts off.
    let hasLowBits: Bool

    /// Reads an address with or without a mask (`ngx_ptocidr`).
    init?(_ text: ByteText) {
      let slash = text.firstIndex(of: UInt8(ascii: "/"))
      let host = text[..<(slash ?? text.endIndex)]
      guard let address = version4(host) ?? version6(host) else { return nil }
      var length = address.count * 8
      if let slash {
        guard let number = NginxNumber.integer(text[(slash + 1)...]), number <= length else {
          return nil
        }
        length = number
      }
      prefixLength = length
      self.address = address.indices.map { index in
        let bits = min(max(length - index * 8, 0), 8)
        return address[index] & UInt8(truncatingIfNeeded: 0xff << (8 - bits))
      }
      hasLowBits = self.address != address
    }
  }
}
