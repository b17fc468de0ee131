import FoundationEssentials
import Glibc
import Reports
import Rules
import SourceText

/// Times the writing of one format: `report-timing FORMAT [FINDINGS]`.
///
/// Prints how long it took, how much was written, what the findings hold in memory, and what more
/// was held at the worst moment of the writing.
@main
enum ReportTiming {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let format = arguments.first.flatMap(ReportFormat.init(rawValue:)) else {
      print("usage: report-timing FORMAT [FINDINGS]")
      exit(2)
    }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 25_000
    let empty = Memory.now
    let report = Report([ManyFindings.verdict(count: count)], toolVersion: "0")
    let held = Memory.now - empty
    Memory.forgetPeak()
    let before = Memory.now
    var written = 0
    let clock = ContinuousClock()
    let duration = try clock.measure {
      let output = ReportOutput { written += $0.count }
      try format.reporter().write(report, to: output)
      try output.flush()
    }
    let milliseconds =
      duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    let more = Memory.peak - before
    print("\(format.rawValue) \(milliseconds) \(written / 1024) \(held) \(more)")
  }
}

/// What the kernel says of the memory of this process, in KiB.
private enum Memory {
  static var now: Int { value(of: "VmRSS:") }
  static var peak: Int { value(of: "VmHWM:") }

  /// Lets the peak begin at what is held now (`proc(5)`, clear_refs).
  static func forgetPeak() {
    let descriptor = unsafe open("/proc/self/clear_refs", O_WRONLY)
    guard descriptor >= 0 else { return }
    unsafe write(descriptor, "5", 1)
    close(descriptor)
  }

  private static func value(of name: String) -> Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let text = String(decoding: status, as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap { Int($0) }
      ?? 0
  }
}
