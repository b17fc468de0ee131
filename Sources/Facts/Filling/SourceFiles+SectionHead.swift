internal import SourceText

extension SourceFiles {
  /// The head of the INI section that an option stands in: the last line before it in brackets.
  func sectionHead(before option: SourceSpan) -> SourceSpan? {
    let bytes = self[option.file].bytes
    var end = Int(option.start)
    while end > 0 {
      let start = bytes[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      if let head = head(bytes[start..<end]) {
        return SourceSpan(file: option.file, start: head.startIndex, end: head.endIndex)
      }
      end = start
    }
    return nil
  }

  private func head(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = line.drop { $0 <= UInt8(ascii: " ") }
    let end = start.lastIndex { $0 > UInt8(ascii: " ") } ?? start.startIndex
    guard start.count > 2, start.first == UInt8(ascii: "["), start[end] == UInt8(ascii: "]")
    else { return nil }
    return start[...end]
  }
}
