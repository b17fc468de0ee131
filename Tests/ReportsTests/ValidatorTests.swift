import Foundation
import Testing

/// Reads the golden files with what reads reports in the world; `FormatTests` holds them current.
@Suite struct ValidatorTests {
  private static let root = Golden.testdata
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let python = root.appending(path: ".venv/bin/python")

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python.path)))
  func `the readers of each format find nothing wrong`() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = ValidatorTests.python
    process.arguments = [
      ValidatorTests.root.appending(path: "script/validate-reports").path,
      Golden.testdata.appending(path: "golden").path,
    ]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.isEmpty)
    #expect(process.terminationStatus == 0)
  }
}
