/// Where people see a byte: both numbers count from 1, the column in Unicode scalars.
package struct LinePosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns the byte offsets of one file into lines and columns.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int32]

  /// How many scalars begin before each block of bytes: a line can be the whole of a large file.
  private let scalarsBeforeBlock: [Int32]

  private static let blockSize = 4096

  /// Reads the file once; a line ends at LF.
  package init(_ file: SourceFile) {
    bytes = file.bytes
    var starts: [Int32] = [0]
    for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(offset + 1))
    }
    lineStarts = starts
    scalarsBeforeBlock = LineIndex.scalarsBeforeBlocks(of: file.bytes)
  }

  /// The position of a byte; an offset past the end is that of the end.
  package func position(at offset: Int) -> LinePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineNumber(at: offset)
    let start = Int(lineStarts[line - 1])
    let scalars =
      offset - start <= LineIndex.blockSize
      ? bytes[start..<offset].count { !LineIndex.isContinuation($0) }
      : scalars(before: offset) - scalars(before: start)
    return LinePosition(line: line, column: scalars + 1)
  }

  /// The bytes of a line without its line end; an empty range where there is no such line.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return 0..<0 }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  private func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / LineIndex.blockSize
    let rest = bytes[(block * LineIndex.blockSize)..<offset]
    return Int(scalarsBeforeBlock[block]) + rest.count { !LineIndex.isContinuation($0) }
  }

  private static func scalarsBeforeBlocks(of bytes: [UInt8]) -> [Int32] {
    var counts: [Int32] = [0]
    var count: Int32 = 0
    for (offset, byte) in bytes.enumerated() {
      if !isContinuation(byte) { count += 1 }
      if (offset + 1).isMultiple(of: blockSize) { counts.append(count) }
    }
    return counts
  }

  private static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0b1100_0000 == 0b1000_0000
  }
}
