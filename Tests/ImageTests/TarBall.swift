/// Writes a tar archive by hand, so that it can say what no tool would write.
struct TarBall {
  private(set) var bytes: [UInt8] = []

  mutating func add(
    _ path: String, _ text: String = "", type: Character = "0", link: String = "",
    mode: Int = 0o644, owner: Int = 0
  ) {
    add(path, data: Array(text.utf8), type: type, link: link, mode: mode, owner: owner)
  }

  mutating func add(
    _ path: String, data: [UInt8], type: Character = "0", link: String = "", mode: Int = 0o644,
    owner: Int = 0
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ number: Int, _ digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(path, at: 0)
    put(octal(mode, 7), at: 100)
    put(octal(owner, 7), at: 108)
    put(octal(owner, 7), at: 116)
    put(octal(data.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        ", at: 148)
    put(String(type), at: 156)
    put(link, at: 157)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
    bytes += header + data
    bytes += [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
  }

  /// The archive with its end.
  var closed: [UInt8] {
    bytes + [UInt8](repeating: 0, count: 1024)
  }
}
