import Testing
import XML

@Suite struct XMLDocumentTests {
  @Test func `an element knows its line, its tag and its content`() throws {
    let source = "<uwsgi>\n  <socket a='>1'\n  >/tmp/é.sock</socket>\n  <master/>\n</uwsgi>"
    let document = XMLDocument(parsing: Array(source.utf8))
    let root = try #require(document.root)
    let socket = try #require(root.elements.first)
    #expect(document.problems.isEmpty)
    #expect(root.elements.map(\.name) == ["socket", "master"])
    #expect(socket.line == 3)
    #expect(socket.text == "/tmp/é.sock")
    #expect(text(socket.startTag, of: source) == "<socket a='>1'\n  >")
    #expect(text(socket.content, of: source) == "/tmp/é.sock")
    #expect(text(root.elements[1].startTag, of: source) == "<master/>")
    #expect(root.elements[1].content.isEmpty)
    #expect(text(root.content, of: source).hasSuffix("<master/>\n"))
  }

  @Test func `comments and instructions do not split text`() {
    let document = XMLDocument(parsing: Array("<a>x<!-- < --><?p?>y<![CDATA[<z>]]></a>".utf8))
    #expect(document.root?.text == "xy<z>")
    #expect(document.root?.nodes.count == 1)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x 'boom'>]><a y='&x;'>&x;</a>",
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>&x;</a>",
  ])
  func `no entity but the five is expanded`(source: String) throws {
    let document = XMLDocument(parsing: Array(source.utf8))
    #expect(document.root?.text.isEmpty != false)
    #expect(!document.problems.isEmpty)
  }

  @Test func `attribute defaults of a document type are refused`() {
    let source = "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>"
    let document = XMLDocument(parsing: Array(source.utf8))
    #expect(document.problems.first?.message == "attribute lists are not read")
    #expect(document.root?.attribute("b") == nil)
  }

  @Test func `what stands before an error is kept`() throws {
    let document = XMLDocument(parsing: Array("<a>\n<b>1</b>\n<c></d></a>".utf8))
    #expect(document.root?.elements.first?.text == "1")
    let problem = try #require(document.problems.first)
    #expect(problem.line == 3)
    #expect(problem.message.hasPrefix("Opening and ending tag mismatch"))
  }

  @Test(arguments: [[], [0], [0xFF, 0xFE, 0x3C, 0], Array("<".utf8), Array("<a b='".utf8)])
  func `rubbish is a problem, not a crash`(bytes: [UInt8]) {
    #expect(!XMLDocument(parsing: bytes).problems.isEmpty)
  }

  @Test func `bytes that are not UTF-8 are a problem`() {
    let bytes =
      Array("<?xml version='1.0' encoding='latin1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(XMLDocument(parsing: bytes).problems.isEmpty == false)
  }

  @Test func `deep nesting ends at a limit`() {
    let source = String(repeating: "<a>", count: 100_000)
    #expect(!XMLDocument(parsing: Array(source.utf8)).problems.isEmpty)
  }

  @Test func `a document over the limit is not read`() {
    let document = XMLDocument(parsing: Array(repeating: 0x20, count: XMLDocument.limit + 1))
    #expect(document.root == nil)
    #expect(document.problems.map(\.message) == ["the document is larger than 16 MiB"])
  }

  private func text(_ range: Range<Int>, of source: String) -> String {
    String(decoding: Array(source.utf8)[range], as: UTF8.self)
  }
}
