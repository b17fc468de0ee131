import SourceText

/// White space as Go's `unicode.IsSpace` has it, which is how BuildKit trims and splits.
enum WhiteSpace {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default:
      false
    }
  }

  /// How many bytes the white space character at an index takes; 0 where there is none.
  static func length(in bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return contains(Unicode.Scalar(first)) ? 1 : 0 }
    let length = first >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else { return 0 }
    let text = String(decoding: bytes[index..<(index + length)], as: UTF8.self)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else { return 0 }
    return contains(scalar) ? length : 0
  }
}

extension SpannedText {
  func trimmingStart() -> SpannedText {
    var start = 0
    while start < bytes.count {
      let length = WhiteSpace.length(in: bytes, at: start)
      guard length > 0 else { break }
      start += length
    }
    return self[start..<bytes.count]
  }

  func trimmed() -> SpannedText {
    let text = trimmingStart()
    var end = 0
    var index = 0
    while index < text.bytes.count {
      let length = WhiteSpace.length(in: text.bytes, at: index)
      index += max(length, 1)
      if length == 0 { end = index }
    }
    return text[0..<end]
  }
}
