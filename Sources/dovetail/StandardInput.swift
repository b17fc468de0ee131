import ArgumentParser
import Glibc

/// What is written into the program.
enum StandardInput {
  /// Reads all of it.
  ///
  /// - Throws: `ValidationError` where it cannot be read.
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw ValidationError("standard input cannot be read")
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
