/// Reads an HTTP answer from the bytes that a socket gave.
package enum HTTPMessage {
  /// Reads status, headers and body; the body ends where its length says, or with the bytes.
  package static func answer(_ bytes: [UInt8]) -> Result<HTTPAnswer, ExchangeFailure> {
    guard !bytes.isEmpty else { return .failure(.closed(bytes: 0)) }
    guard let head = headEnd(bytes) else {
      return .failure(.malformed("no end of the headers in \(bytes.count) bytes"))
    }
    let lines = bytes[..<head.start].split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    let words = (lines.first ?? "").split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
      return .failure(.malformed("it begins with \(beginning(bytes))"))
    }
    var answer = HTTPAnswer(status: status)
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      answer.headers.append((String(line[..<colon]), String(value)))
    }
    let body = bytes[head.end...]
    let length = answer.header("Content-Length").flatMap { Int($0) } ?? body.count
    guard length >= 0, body.count >= length else { return .failure(.closed(bytes: bytes.count)) }
    answer.body = Array(body.prefix(length))
    return .success(answer)
  }

  private static func headEnd(_ bytes: [UInt8]) -> (start: Int, end: Int)? {
    let lineFeed = UInt8(ascii: "\n")
    var lineStart = 0
    for (index, byte) in bytes.enumerated() where byte == lineFeed {
      let length = index - lineStart
      if length == 0 || length == 1 && bytes[lineStart] == UInt8(ascii: "\r") {
        return (lineStart, index + 1)
      }
      lineStart = index + 1
    }
    return nil
  }

  private static func beginning(_ bytes: [UInt8]) -> String {
    let printable = bytes.prefix(24).map { (0x20...0x7e).contains($0) ? $0 : UInt8(ascii: ".") }
    return "`\(String(decoding: printable, as: UTF8.self))`"
  }
}
