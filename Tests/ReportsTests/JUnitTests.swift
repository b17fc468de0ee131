import FoundationEssentials
import Reports
import Rules
import SourceText
import Testing
import XML

@Suite struct JUnitTests {
  @Test func `the strict dialect is valid against the schema`() throws {
    #expect(try problems(of: .junitStrict, Sample.report).isEmpty)
    #expect(try problems(of: .junitStrict, Report([], failure: "gone")).isEmpty)
    #expect(try problems(of: .junitStrict, Report([])).isEmpty)
  }

  @Test func `the wide dialect has what the schema forbids`() throws {
    let messages = Set(try problems(of: .junit, Sample.report).map(\.message))
    #expect(
      messages.contains("Element 'testcase', attribute 'file': The attribute 'file' is not allowed")
    )
    #expect(messages.contains { $0.contains("'skipped' is not allowed") })
  }

  @Test(arguments: [ReportFormat.junit, .junitStrict])
  func `counters equal the cases, and no two names are equal`(format: ReportFormat) throws {
    let root = try #require(document(format, Sample.report).root)
    var names: [String] = []
    for suite in root.elements {
      let cases = suite.elements.filter { $0.name == "testcase" }
      names += cases.map { "\($0.attribute("classname") ?? "") \($0.attribute("name") ?? "")" }
      for (counter, element) in [
        ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
      ] {
        let counted = cases.count { $0.elements.contains { $0.name == element } }
        #expect(suite.attribute(counter) == String(counted))
      }
      #expect(suite.attribute("tests") == String(cases.count))
    }
    #expect(root.attribute("tests") == String(names.count))
    #expect(Set(names).count == names.count)
  }

  @Test func `names stay when lines move`() throws {
    func names(_ text: String) throws -> [String?] {
      var stack = StackBuilder("stack")
      stack.add("a.ini", text)
      let findings = ["uid", "gid"].map { subject in
        Finding(
          rule: Sample.rootRule.id, severity: .error, message: "root",
          span: stack.span("a.ini", subject), help: "", subject: subject)
      }
      let verdict = stack.verdict([
        RuleResult(rule: Sample.rootRule, outcome: .failed(findings))
      ])
      let root = try #require(document(.junit, Report([verdict])).root)
      return root.elements[0].elements.map { $0.attribute("name") }
    }
    #expect(try names("uid\ngid\n") == names("# a comment\n\nuid\n\ngid\n"))
  }

  @Test func `what does not fail the run is no failure`() throws {
    let options = ReportOptions(failOn: .error)
    let bytes = try ReportFormat.junit.reporter(options).bytes(of: Report([Sample.manyOfOneRule]))
    let root = try #require(XMLDocument(parsing: bytes).root)
    #expect(root.attribute("failures") == "0")
    #expect(root.attribute("tests") == "4")
  }

  @Test func `joints that are looked at side by side take a suite no longer than the clock`() throws
  {
    let results = [400, 300].map {
      RuleResult(rule: Sample.rootRule, outcome: .passed, milliseconds: $0)
    }
    var verdict = StackBuilder("stack").verdict(results)
    let time = { (verdict: Verdict) in
      try document(.junit, Report([verdict])).root?.elements.first?.attribute("time")
    }
    #expect(try time(verdict) == "0.700")
    verdict.milliseconds = 500
    #expect(try time(verdict) == "0.500")
  }

  private func document(_ format: ReportFormat, _ report: Report) throws -> XMLDocument {
    XMLDocument(parsing: try format.reporter().bytes(of: report))
  }

  private func problems(of format: ReportFormat, _ report: Report) throws -> [XMLProblem] {
    let file = Golden.testdata.deletingLastPathComponent().appending(path: "schemas/junit.xsd")
    let schema = try XMLSchema(Array(Data(contentsOf: file)))
    return schema.problems(of: try format.reporter().bytes(of: report))
  }
}
