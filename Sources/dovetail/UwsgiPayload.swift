import SourceText
import UwsgiConfig

/// A uWSGI configuration for other programs: its options in order, and what is wrong with them.
struct UwsgiPayload: Encodable {
  let status: String

  /// False where a file or a value is not known without the machine.
  let isComplete: Bool
  let options: [Option]
  let problems: [Problem]

  struct Option: Encodable {
    let name: String

    /// The value; null where a part of it is not known.
    let value: String?

    /// The value with `…` for what is not known.
    let shown: String?
    let minimum: Int64?
    let unknown: [String]
    let raw: String
    let steps: [Step]
    let name_span: Span
    let value_span: Span
    let known: Bool?
    let plugin: String?
    let conditional: Bool
  }

  struct Step: Encodable {
    let kind: String
    let token: String
    let replacement: String
  }

  struct Problem: Encodable {
    let code: String
    let message: String
    let consequence: String
    let span: Span
  }

  /// A place; lines and columns count from 1, columns in Unicode scalars, the end is exclusive.
  struct Span: Encodable {
    let file: String
    let line: Int
    let column: Int
    let end_line: Int
    let end_column: Int
  }

  init(_ configuration: UwsgiConfiguration, _ sources: SourceFiles) {
    let places = Places(sources)
    status = configuration.loadingProblems.contains { $0.consequence == .refuses } ? "failed" : "ok"
    isComplete = configuration.isComplete
    // The first word is the one that this command made up to load the file.
    options = configuration.options.filter { $0.place == .file }.map { option in
      Option(option, places)
    }
    problems = configuration.loadingProblems.map { problem in
      Problem(
        code: problem.code, message: problem.message, consequence: problem.consequence.rawValue,
        span: places.span(problem.span))
    }
  }
}

extension UwsgiPayload.Option {
  fileprivate init(_ option: UwsgiOption, _ places: Places) {
    let number = option.value?.number
    name = option.name
    value = option.value?.text
    shown = option.value?.description
    minimum = option.value?.text == nil && number?.lower != .min ? number?.lower : nil
    unknown = option.value?.unknowns.map { "\($0.source)" } ?? []
    raw = option.rawText
    steps = option.steps.map { step in
      UwsgiPayload.Step(
        kind: step.kind.rawValue, token: step.token, replacement: step.replacement)
    }
    name_span = places.span(option.nameSpan)
    value_span = places.span(option.valueSpan)
    known = option.isKnown
    plugin = option.specification?.plugin
    conditional = option.condition != nil
  }
}

/// Turns spans into lines and columns, with one index a file.
private struct Places {
  private let files: [(path: String, index: LineIndex)]

  init(_ sources: SourceFiles) {
    files = sources.files.map { ($0.displayPath, LineIndex($0)) }
  }

  func span(_ span: SourceSpan) -> UwsgiPayload.Span {
    let file = files[Int(span.file.rawValue)]
    let start = file.index.position(at: Int(span.start))
    let end = file.index.position(at: Int(span.end))
    return UwsgiPayload.Span(
      file: file.path, line: start.line, column: start.column, end_line: end.line,
      end_column: end.column)
  }
}
