import FoundationEssentials
import Glibc

/// The streams that the program was started with.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Whether a stream is a terminal that a person looks at.
  static func isPerson(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// How many columns a terminal has; nil where none can be asked.
  static func width(of stream: Stream) -> Int? {
    var size = winsize()
    let answer = unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Writes all of a text; what a closed pipe does not take is lost.
  static func write(_ text: String, to stream: Stream) {
    write(Array(text.utf8), to: stream)
  }

  static func write(_ bytes: [UInt8], to stream: Stream) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(stream.rawValue, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
