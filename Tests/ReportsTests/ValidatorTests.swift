import Foundation
import Reports
import Rules
import SourceText
import Testing
import XML

/// Reads reports with what reads them in the world: `script/validate-reports` knows how.
@Suite struct ValidatorTests {
  @Test func `the readers of each format find nothing wrong with the golden files`() throws {
    #expect(try complaints(about: Golden.testdata.appending(path: "golden")) == "")
  }

  @Test func `the readers of each format find nothing wrong with hostile text`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let megabyte = [("megabyte", HostileText.report(with: "line", padding: 1 << 20))]
    let others = HostileText.all.map { ($0.name, HostileText.report(with: $0.text)) }
    for (name, report) in others + megabyte {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for format in ReportFormat.allCases {
        let bytes = try format.reporter().bytes(of: report)
        try Data(bytes).write(to: place.appending(path: "\(format.rawValue).report"))
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "\(format) \(name)")
      }
    }
    let found = try complaints(about: folder)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: HostileText.all.map(\.name))
  func `JUnit's strict dialect stays valid against its schema`(name: String) throws {
    let text = try #require(HostileText.all.first { $0.name == name }).text
    let file = Golden.testdata.deletingLastPathComponent().appending(path: "schemas/junit.xsd")
    let schema = try XMLSchema(Array(Data(contentsOf: file)))
    let bytes = try ReportFormat.junitStrict.reporter().bytes(of: HostileText.report(with: text))
    #expect(schema.problems(of: bytes).isEmpty)
  }

  private func complaints(about folder: URL) throws -> String {
    let root = Golden.testdata.deletingLastPathComponent().deletingLastPathComponent()
    let python = root.appending(path: ".venv/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "script/bootstrap --tests installs the readers")
    let process = Process()
    let output = Pipe()
    process.executableURL = python
    process.arguments = [root.appending(path: "script/validate-reports").path, folder.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == (text.isEmpty ? 0 : 1))
    return text
  }
}
