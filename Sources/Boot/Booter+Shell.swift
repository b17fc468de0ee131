internal import Machine
internal import SourceText

extension Booter {
  mutating func runShell(_ start: Start, _ executable: Executable) -> Int? {
    boot.isComplete = false
    return add(start, executable, as: .shell, mayListen: true)
  }

  mutating func runService(_ start: Start, _ executable: Executable) -> Int? {
    boot.isComplete = false
    return add(start, executable, as: .other, mayListen: true)
  }

  func isShellScript(_ path: String) -> Bool {
    false
  }
}
