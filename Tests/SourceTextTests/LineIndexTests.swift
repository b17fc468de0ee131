import SourceText
import Testing

@Suite struct LineIndexTests {
  @Test func `a column counts scalars, across blocks of a long line too`() {
    let line = Array("é漢x".utf8)
    let bytes = Array(repeating: line, count: 5_000).flatMap(\.self) + [0x0A] + line
    let index = index(of: bytes)
    for offset in stride(from: 0, through: bytes.count, by: 97) {
      let start = offset > 30_000 ? 30_001 : 0
      let scalars = bytes[start..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 }
      #expect(
        index.position(at: offset)
          == LinePosition(line: start == 0 ? 1 : 2, column: scalars + 1))
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 8192])
  func `the end of a file has a position`(size: Int) {
    let index = index(of: Array(repeating: 0x61, count: size))
    #expect(index.position(at: size) == LinePosition(line: 1, column: size + 1))
    #expect(index.position(at: size + 10) == LinePosition(line: 1, column: size + 1))
    #expect(index.position(at: -1) == LinePosition(line: 1, column: 1))
  }

  @Test func `a line's range leaves out its end`() {
    let index = index(of: Array("one\r\ntwo\n\nlast".utf8))
    #expect((1...5).map { index.range(ofLine: $0) } == [0..<3, 5..<8, 9..<9, 10..<14, 0..<0])
    #expect(index.range(ofLine: 0).isEmpty)
  }

  private func index(of bytes: [UInt8]) -> LineIndex {
    var files = SourceFiles()
    return LineIndex(files.add(path: "/a", bytes: bytes))
  }
}
