import SourceText

/// The physical lines of a Dockerfile, taken one by one.
struct SourceLines {
  private let file: SourceFile
  private var position: Int

  /// How many lines were taken.
  private(set) var taken = 0

  /// The line that is too long to be read: it and those behind it are not.
  private(set) var overlong: SourceSpan?

  /// The longest line that BuildKit takes, in bytes without its line end (Go's `bufio.Scanner`).
  private static let longest = 65_535

  init(_ file: SourceFile) {
    self.file = file
    position = file.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  /// Takes the next line with its line end; nil at the end of the file.
  mutating func next() -> SpannedText? {
    guard position < file.bytes.count else { return nil }
    let rest = file.bytes[position...]
    let newline = rest.firstIndex(of: .newline)
    let end = newline.map { $0 + 1 } ?? file.bytes.count
    guard (newline ?? end) - position <= Self.longest else {
      overlong = SourceSpan(file: file.id, start: position, end: end)
      return nil
    }
    defer { position = end }
    taken += 1
    return SpannedText(file, range: position..<end)
  }

  /// The place right behind the last line that was taken, without its line end.
  var span: SourceSpan {
    SourceSpan(file: file.id, start: position, end: position)
  }
}

extension SpannedText {
  func trimmingLineEnd() -> SpannedText {
    let end = bytes.lastIndex { $0 != .newline && $0 != .carriageReturn }
    return self[0..<(end.map { $0 + 1 } ?? 0)]
  }

  /// Whether the first character that is not white space is `#`.
  var isComment: Bool {
    trimmingStart().bytes.first == .hash
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
