import Testing
import XML

@Suite struct XMLWriterTests {
  @Test func `elements nest as closures do`() throws {
    let written = try write { writer in
      try writer.element("a", ["x": "1", "y": nil]) {
        try writer.element("b")
        try writer.element("c") { try writer.text("t") }
      }
    }
    #expect(
      written == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="1">
         <b/>
         <c>t</c>
        </a>

        """
    )
  }

  @Test(arguments: ["\u{0}a", "\u{1}\u{1B}[31m", "\u{FFFE}\u{FFFF}", "]]>", "<&>\"'", "🦢\u{85}"])
  func `any text comes back, less what no document may hold`(text: String) throws {
    let written = try write { writer in
      try writer.element("a", ["x": text]) { try writer.text(text) }
    }
    let read = XMLDocument(parsing: Array(written.utf8))
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          "\u{0}\u{1}\u{1B}\u{FFFE}\u{FFFF}".unicodeScalars.contains($0) ? "\u{FFFD}" : $0
        }
      )
    )
    #expect(read.problems.isEmpty)
    #expect(read.root?.text == expected)
    #expect(read.root?.attribute("x") == expected)
  }

  @Test func `line ends survive in attributes and text`() throws {
    let text = "one\r\ntwo\tthree\n"
    let written = try write { writer in
      try writer.element("a", ["x": text]) { try writer.text(text) }
    }
    let root = XMLDocument(parsing: Array(written.utf8)).root
    #expect(root?.text == text)
    #expect(root?.attribute("x") == text)
  }

  @Test func `an error of the taker ends the writing`() throws {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) {
      let writer = try XMLWriter { _ in throw DiskFull() }
      try writer.element("a") {
        for _ in 0..<10_000 { try writer.element("b") }
      }
      try writer.finish()
    }
  }

  @Test func `a large document is handed on in pieces`() throws {
    var largest = 0
    let writer = try XMLWriter { largest = max(largest, $0.count) }
    try writer.element("a") {
      for number in 0..<100_000 { try writer.element("b", ["n": String(number)]) }
    }
    try writer.finish()
    #expect(largest < 100_000)
  }

  private func write(_ content: (borrowing XMLWriter) throws -> Void) throws -> String {
    var bytes: [UInt8] = []
    let writer = try XMLWriter { bytes += $0 }
    try content(writer)
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}
