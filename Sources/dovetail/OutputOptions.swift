import ArgumentParser
import FoundationEssentials
import Reports
import Rules

/// Which reports a run writes, and where.
struct OutputOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never

    /// `NO_COLOR` (no-color.org) wins over the terminal, the option over both.
    func isOn(for stream: Terminal.Stream) -> Bool {
      switch self {
      case .always: true
      case .never: false
      case .auto:
        Terminal.isPerson(stream)
          && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      }
    }
  }

  @Option(help: "The kind of report on standard output.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Write the report to a file instead.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write one more report to a file; may be repeated.", valueName: "format=file"))
  var reports: [ReportFile] = []

  @Option(help: "The least severity that makes the exit status 1.")
  var failOn = Severity.warning

  @Option(help: "Whether text has colours: auto, always or never.")
  var color = Color.auto

  /// Whether any of the reports shows pictures.
  var wantsPictures: Bool {
    format.hasPictures || reports.contains { $0.format.hasPictures }
  }

  /// Writes all reports.
  func write(_ report: Report) throws {
    let bytes = try format.reporter(options(isForTerminal: output == nil)).bytes(of: report)
    if let output {
      try write(bytes, to: output)
    } else {
      Terminal.write(bytes, to: .output)
    }
    try writeFiles(report)
    if format == .github { try writeStepSummary(of: report) }
  }

  /// Writes reports that tell of a failure, so that no CI step misses its file.
  ///
  /// People are told on standard error: there is no text for them on standard output.
  func writeFailure(_ report: Report) throws {
    guard format == .text, output == nil else { return try write(report) }
    try writeFiles(report)
  }

  private func writeFiles(_ report: Report) throws {
    for file in reports {
      let bytes = try file.format.reporter(options(isForTerminal: false)).bytes(of: report)
      try write(bytes, to: file.path)
    }
  }

  /// Appends to the file that GitHub shows as the step's summary, where it names one.
  private func writeStepSummary(of report: Report) throws {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
    else { return }
    let before = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
    try write(Array(before) + ReportFormat.githubSummary.reporter().bytes(of: report), to: path)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw UnwritableOutput(path: path, reason: "\(error)")
    }
  }

  private func options(isForTerminal: Bool) -> ReportOptions {
    ReportOptions(
      hasColor: isForTerminal && color.isOn(for: .output),
      width: isForTerminal ? Terminal.width(of: .output) : nil,
      failOn: failOn)
  }
}

/// A report of its own, as `--report junit=report.xml` asks for one.
struct ReportFile: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
    self.format = format
    path = parts[1]
  }
}

/// A report that could not be written.
struct UnwritableOutput: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot write \(path): \(reason)" }
}

extension ReportFormat: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {}
