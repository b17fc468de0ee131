import Reports
import Testing

/// Six stacks, from their Dockerfiles to every kind of report and picture.
@Suite struct StackReportTests {
  @Test(arguments: TestStack.all, ReportFormat.allCases)
  func `a report looks as it did`(stack: TestStack, format: ReportFormat) throws {
    let bytes = try format.reporter().bytes(of: stack.report())
    try Golden.expect(bytes, toEqual: "\(stack.name)/\(format.rawValue).golden")
  }

  @Test(arguments: TestStack.all, PictureFormat.allCases)
  func `a picture looks as it did`(stack: TestStack, format: PictureFormat) throws {
    let picture = try #require(try stack.report().pictures.first)
    let text = try format.text(of: picture)
    try Golden.expect(Array(text.utf8), toEqual: "\(stack.name)/picture.\(format.rawValue).golden")
  }
}
