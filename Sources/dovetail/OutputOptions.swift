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
      let environment = ProcessInfo.processInfo.environment
      return switch self {
      case .always: true
      case .never: false
      case .auto:
        Terminal.isPerson(stream) && (environment["NO_COLOR"] ?? "").isEmpty
          && environment["TERM"] != "dumb"
      }
    }
  }

  @Option(help: "The kind of report on standard output.  (default: text)")
  var format: ReportFormat?

  @Option(help: ArgumentHelp("Write the report to a file instead.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write one more report to a file; may be repeated.", valueName: "format=file"),
    transform: ReportFile.init)
  var reports: [ReportFile] = []

  @Flag(help: "Write JUnit's reports so that they are valid against Jenkins's schema.")
  var junitStrict = false

  @Option(help: "The least severity that makes the exit status 1.")
  var failOn = Severity.warning

  @Option(help: "Whether text has colours: auto, always or never.")
  var color = Color.auto

  /// Whether any of the reports shows pictures.
  var wantsPictures: Bool {
    mainFormat.hasPictures || reports.contains { $0.format.hasPictures }
  }

  /// Writes files that say that the run did not end, for when it does not.
  ///
  /// A CI step that reads a report of the run before, or none, would not notice.
  func prepare(_ report: Report) throws {
    var report = report
    report.failure = "it was stopped before its end"
    if let output, OutputFile(output).isPlain { try write(report, mainFormat, to: output) }
    for file in reports where OutputFile(file.path).isPlain {
      try write(report, strict(file.format), to: file.path)
    }
  }

  /// Writes all reports.
  func write(_ report: Report) throws {
    if let output {
      try write(report, mainFormat, to: output)
    } else {
      let stream = ReportOutput { Terminal.write($0, to: .output) }
      try mainFormat.reporter(options(isForTerminal: true)).write(report, to: stream)
      try stream.flush()
    }
    try writeFiles(report)
    if mainFormat == .github { try writeStepSummary(of: report) }
  }

  /// Writes reports that tell of a failure, so that no CI step misses its file.
  ///
  /// People are told on standard error: there is no text for them on standard output.
  func writeFailure(_ report: Report) throws {
    guard mainFormat == .text, output == nil else { return try write(report) }
    try writeFiles(report)
  }

  /// Writes the reports that have files of their own.
  func writeFiles(_ report: Report) throws {
    for file in reports {
      try write(report, strict(file.format), to: file.path)
    }
  }

  private func write(_ report: Report, _ format: ReportFormat, to path: String) throws {
    let reporter = format.reporter(options(isForTerminal: false))
    try OutputFile(path).write { try reporter.write(report, to: $0) }
  }

  /// Appends to the file that GitHub shows as the step's summary, where it names one.
  private func writeStepSummary(of report: Report) throws {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
    else { return }
    try OutputFile(path).append { try ReportFormat.githubSummary.reporter().write(report, to: $0) }
  }

  /// The kind on standard output, or in the file that stands for it.
  private var mainFormat: ReportFormat {
    let isOnlyStrict = junitStrict && !reports.contains { $0.format == .junit }
    return strict(format ?? (isOnlyStrict ? .junit : .text))
  }

  private func strict(_ format: ReportFormat) -> ReportFormat {
    format == .junit && junitStrict ? .junitStrict : format
  }

  private func options(isForTerminal: Bool) -> ReportOptions {
    ReportOptions(
      hasColor: isForTerminal && color.isOn(for: .output),
      width: isForTerminal ? Terminal.width(of: .output) : nil,
      failOn: failOn)
  }
}

/// A report of its own, as `--report junit=report.xml` asks for one.
struct ReportFile {
  let format: ReportFormat
  let path: String

  /// - Throws: `ValidationError` where it is not of that form.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else {
      let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("write it as format=file, with a format of: \(formats)")
    }
    self.format = format
    path = parts[1]
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {}
