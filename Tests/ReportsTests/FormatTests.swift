import Reports
import Testing

@Suite struct FormatTests {
  @Test(arguments: ReportFormat.allCases)
  func `a format looks as it did`(format: ReportFormat) throws {
    let bytes = try format.reporter().bytes(of: Sample.report)
    try Golden.expect(bytes, toEqual: format.rawValue + ".golden")
  }

  @Test(arguments: ReportFormat.allCases)
  func `a run that failed is still a whole report`(format: ReportFormat) throws {
    let report = Report([Sample.crossFile], failure: "the \u{1B}[31mdatabase is gone ]]>")
    let bytes = try format.reporter().bytes(of: report)
    try Golden.expect(bytes, toEqual: format.rawValue + ".failure.golden")
  }

  @Test(arguments: ReportFormat.allCases)
  func `no format lets a control character through`(format: ReportFormat) throws {
    let bytes = try format.reporter().bytes(of: Sample.report)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
    #expect(!text.unicodeScalars.contains { "\u{7F}\u{9B}\u{202E}".unicodeScalars.contains($0) })
    #expect(!text.unicodeScalars.contains("\u{FFFF}"))
  }

  @Test(arguments: ReportFormat.allCases)
  func `an error of the taker comes out`(format: ReportFormat) {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) {
      let output = ReportOutput { _ in throw DiskFull() }
      try format.reporter().write(Sample.report, to: output)
      try output.flush()
    }
  }
}
