/// A piece of a configuration as nginx sees it: bytes.
typealias ByteText = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a text.
  func isText(_ text: String) -> Bool {
    let bytes = text.utf8
    return count == bytes.count && elementsEqual(bytes)
  }

  /// Whether the bytes are those of a text but for the case of letters.
  func isTextIgnoringCase(_ text: String) -> Bool {
    let bytes = text.utf8
    guard count == bytes.count else { return false }
    return zip(self, bytes).allSatisfy { Ascii.lowercased($0) == Ascii.lowercased($1) }
  }

  /// The bytes after a prefix; nil where they do not begin with it.
  func after(_ prefix: String) -> ByteText? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }

  /// The bytes after a prefix in any case of letters.
  func afterIgnoringCase(_ prefix: String) -> ByteText? {
    let length = prefix.utf8.count
    return self.prefix(length).isTextIgnoringCase(prefix) ? dropFirst(length) : nil
  }

  func contains(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.contains { index in
      self[index] == first && self[index...].starts(with: wanted)
    }
  }

  /// The bytes up to NUL, where C thinks that they end.
  var cString: ByteText {
    prefix { $0 != 0 }
  }

  /// The text as a message shows it: bytes that are not UTF-8 become `\xNN`.
  var printable: String {
    let decoded = String(decoding: self, as: UTF8.self)
    guard decoded.utf8.count != count || !decoded.utf8.elementsEqual(self) else { return decoded }
    var text = ""
    var rest = self
    while !rest.isEmpty {
      let (character, length) = Self.firstScalar(of: rest)
      text += character
      rest = rest.dropFirst(length)
    }
    return text
  }

  private static func firstScalar(of bytes: ByteText) -> (text: String, length: Int) {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) {
      return (String(scalar), UTF8.width(scalar))
    }
    let digits = String(bytes[bytes.startIndex], radix: 16)
    return ("\\x\(digits.count < 2 ? "0" : "")\(digits)", 1)
  }

  var lowercased: ByteText {
    contains { $0 != Ascii.lowercased($0) } ? ByteText(map(Ascii.lowercased)) : self
  }
}
