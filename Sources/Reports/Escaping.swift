extension String {
  /// The text with some bytes of ASCII replaced.
  ///
  /// What ends a field ends it whatever mark is put on it, so that bytes are looked at, and not
  /// characters: `%` with an accent is one character, and still begins an escape.
  func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
    let isReplaced = { (byte: UInt8) in byte < 0x80 && replacement(Unicode.Scalar(byte)) != nil }
    guard utf8.contains(where: isReplaced) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 32)
    for byte in utf8 {
      if byte < 0x80, let text = replacement(Unicode.Scalar(byte)) {
        bytes += Array(text.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
