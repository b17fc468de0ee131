import FoundationEssentials
import Glibc
import Testing
import vectors

/// What supervisord made of whole files: every value, message and verdict.
@Suite struct RecordedConfigurations {
  @Test func `every recorded input is read as supervisord read it`() throws {
    var comparison = Comparison()
    try SupervisorVectors(folder: testdata("supervisord/recorded")).run(&comparison)
    #expect(comparison.total == 224)
    #expect(comparison.agreed == comparison.total)
  }

  @Test func `what random inputs once found is read as supervisord reads it`() throws {
    var comparison = Comparison()
    try SupervisorVectors(folder: testdata("supervisord/found")).run(&comparison)
    #expect(comparison.total == 5)
    #expect(comparison.agreed == comparison.total)
  }

  @Test(.enabled(if: supervisorIsInstalled), arguments: [1, 2026])
  func `random inputs are read as the installed supervisor reads them`(seed: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dovetail-random-\(seed)-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = project.appending(path: "script/record-supervisord").path
    #expect(run("'\(script)' '\(folder.path)' \(seed) 300") == 0)
    var comparison = Comparison()
    try SupervisorVectors(folder: folder.path).run(&comparison)
    #expect(comparison.total == 300)
    #expect(comparison.agreed == comparison.total)
  }
}

private let supervisorIsInstalled = run("/usr/bin/python3 -c 'import supervisor.options'") == 0

private func run(_ command: String) -> Int32 {
  unsafe system("\(command) >/dev/null 2>&1")
}
