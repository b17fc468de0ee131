import Testing
import XML

@Suite struct XMLSchemaTests {
  private static let source = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a">
        <xs:complexType><xs:attribute name="n" type="xs:int" use="required"/></xs:complexType>
      </xs:element>
    </xs:schema>
    """

  @Test(arguments: [
    ("<a n='1'/>", 0), ("<a/>", 1), ("<a n='x'/>", 1), ("<b/>", 1), ("<a n='1'>", 1), ("", 1),
  ])
  func `a schema judges a document`(document: String, problems: Int) throws {
    let schema = try XMLSchema(Array(XMLSchemaTests.source.utf8))
    #expect(schema.problems(of: Array(document.utf8)).count == problems)
  }

  @Test func `a problem has its line`() throws {
    let schema = try XMLSchema(Array(XMLSchemaTests.source.utf8))
    let problem = try #require(schema.problems(of: Array("\n\n<a/>".utf8)).first)
    #expect(problem.line == 3)
    #expect(problem.message == "Element 'a': The attribute 'n' is required but missing")
  }

  @Test func `a wrong schema is refused with its reasons`() {
    let error = #expect(throws: XMLError.self) {
      _ = try XMLSchema(Array("<xs:schema/>".utf8))
    }
    guard case .badSchema(let problems) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(!problems.isEmpty)
  }
}
