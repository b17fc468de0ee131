/// The hash of a path that `%j` gives: `djb33x` with signed characters, its bytes low first.
package struct UwsgiPathHash: CustomStringConvertible {
  /// Eight upper-case hexadecimal digits.
  package let description: String

  package init(_ path: String) {
    self.init(bytes: Array(path.utf8))
  }

  init(bytes: [UInt8]) {
    var hash: UInt32 = 5381
    for byte in bytes {
      hash = ((hash << 5) &+ hash) ^ UInt32(bitPattern: Int32(Int8(bitPattern: byte)))
    }
    let digits = Array("0123456789ABCDEF".utf8)
    let text = (0..<4).flatMap { index in
      let byte = Int(hash >> UInt32(8 * index)) & 0xff
      return [digits[byte >> 4], digits[byte & 15]]
    }
    description = String(decoding: text, as: UTF8.self)
  }
}
