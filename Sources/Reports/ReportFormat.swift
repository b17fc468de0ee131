/// The kinds of reports, by the names that the command line gives them.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people, with excerpts of the sources.
  case text

  /// For programs: stable, and described by `docs/report.schema.json`.
  case json

  /// JUnit XML in the wide dialect that CI servers read.
  case junit

  /// JUnit XML that is valid against the schema of Jenkins's xUnit plugin.
  case junitStrict = "junit-strict"

  /// SARIF 2.1.0, for GitHub's code scanning and editors.
  case sarif

  /// GitHub's workflow commands.
  case github

  /// The Markdown that GitHub shows as a step's summary.
  case githubSummary = "github-summary"

  /// GitLab's code quality report.
  case gitlab

  /// Checkstyle's XML.
  case checkstyle

  /// The Test Anything Protocol.
  case tap

  /// One page that needs neither a network nor a script.
  case html

  /// Whether reports of this kind show pictures.
  package var hasPictures: Bool { self == .html }

  /// Makes what writes this kind.
  package func reporter(_ options: ReportOptions = ReportOptions()) -> any Reporter {
    switch self {
    case .text: TextReporter(options: options)
    case .json: JSONReporter()
    case .junit: JUnitReporter(options: options, isStrict: false)
    case .junitStrict: JUnitReporter(options: options, isStrict: true)
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    case .githubSummary: GitHubSummaryReporter()
    case .gitlab: GitLabReporter()
    case .checkstyle: CheckstyleReporter()
    case .html: HTMLReporter()
    case .tap: TAPReporter(options: options)
    }
  }
}
