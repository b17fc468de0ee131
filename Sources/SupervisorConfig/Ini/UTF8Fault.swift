/// A place where bytes are not UTF-8, as Python's decoder describes it.
struct UTF8Fault: Equatable {
  let start: Int
  let length: Int
  let reason: String

  /// The fault that begins at an offset; nil where a whole scalar stands there.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count else { return nil }
    guard let need = Self.sequenceLength(bytes[offset]) else {
      self.init(start: offset, length: 1, reason: "invalid start byte")
      return
    }
    for index in 1..<max(need, 1) {
      guard offset + index < bytes.count else {
        self.init(start: offset, length: index, reason: "unexpected end of data")
        return
      }
      let allowed = index == 1 ? Self.secondBytes(after: bytes[offset]) : 0x80...0xBF
      guard allowed.contains(bytes[offset + index]) else {
        self.init(start: offset, length: index, reason: "invalid continuation byte")
        return
      }
    }
    return nil
  }

  /// The first fault of a file.
  static func first(in bytes: [UInt8]) -> UTF8Fault? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let fault = UTF8Fault(bytes, at: offset) {
        return fault
      } else {
        offset += sequenceLength(bytes[offset]) ?? 1
      }
    }
    return nil
  }

  private init(start: Int, length: Int, reason: String) {
    self.start = start
    self.length = length
    self.reason = reason
  }

  private static func sequenceLength(_ lead: UInt8) -> Int? {
    switch lead {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}

extension UTF8Fault {
  /// Python reads a text file in pieces of this size, and counts positions in the piece.
  private static let pieceSize = 8192

  /// The text of Python's `UnicodeDecodeError`.
  func message(in bytes: [UInt8]) -> String {
    let end = start + length
    let position = reason == "unexpected end of data" ? 0 : start - pieceStart(in: bytes)
    guard length == 1 else {
      return "'utf-8' codec can't decode bytes in position "
        + "\(position)-\(position + end - start - 1): \(reason)"
    }
    let byte = String(bytes[start], radix: 16)
    let shown = byte.utf8.count < 2 ? "0" + byte : byte
    return "'utf-8' codec can't decode byte 0x\(shown) in position \(position): \(reason)"
  }

  /// Where the piece with the fault starts, with the bytes that the piece before left over.
  private func pieceStart(in bytes: [UInt8]) -> Int {
    let lastByte = min(start + length, bytes.count - 1)
    let boundary = lastByte / Self.pieceSize * Self.pieceSize
    return start < boundary ? start : boundary - leftOver(before: boundary, in: bytes)
  }

  private func leftOver(before boundary: Int, in bytes: [UInt8]) -> Int {
    guard boundary > 0 else { return 0 }
    for count in 1...min(3, boundary) where bytes[boundary - count] >= 0xC0 {
      return UTF8Fault(Array(bytes[(boundary - count)..<boundary]), at: 0) == nil ? 0 : count
    }
    return 0
  }
}
