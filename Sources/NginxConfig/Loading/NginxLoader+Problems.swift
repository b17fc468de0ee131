import SourceText

extension NginxLoader {
  /// The most problems that are kept: what follows so many adds nothing.
  private var problemLimit: Int { 10_000 }

  /// Whether all files are known, from the main context on: else a name may be defined elsewhere.
  var isWhole: Bool { isComplete && setup.context == .main }

  mutating func report(_ problem: NginxProblem) {
    guard problems.count < problemLimit else { return }
    problems.append(problem)
  }

  /// Reports a fault in the file that is being read; nginx names the byte that it has come to.
  mutating func report(
    _ fault: NginxFault,
    at range: Range<Int>,
    reportedAt offset: Int? = nil,
    consequence: Consequence? = nil,
    related: [RelatedSpan] = []
  ) {
    let inclusion = tree.inclusions[Int(file.inclusion)]
    let place: NginxProblem.ReportedPlace =
      inclusion.isCommandLine ? .commandLine : .at(inclusion.file, offset: offset ?? self.offset)
    report(
      NginxProblem(
        fault,
        span: tree.span(of: range, in: Int(file.inclusion)),
        reported: place,
        consequence: consequence,
        related: related.isEmpty ? inclusionExplaining(fault, inclusion) : related
      )
    )
  }

  /// Where a directive may stand is decided by the `include` that read its file.
  private func inclusionExplaining(
    _ fault: NginxFault, _ inclusion: NginxInclusion
  ) -> [RelatedSpan] {
    guard case .structure(.notAllowedHere) = fault, let id = inclusion.directive else { return [] }
    let include = NginxDirective(id: id, tree: tree)
    return [RelatedSpan(span: include.headSpan, message: "the file is included here")]
  }

  /// Reports what the lexer of the innermost file has refused.
  mutating func takeFaults() {
    let current = openFiles.count - 1
    let faults = openFiles[current].lexer.faults
    openFiles[current].lexer.faults = []
    for fault in faults {
      if openFiles[current].path == nil, fault.kind == .unexpectedEnd {
        report(.structure(.unexpectedEndOfCommandLine), at: fault.range)
      } else {
        report(.lexical(fault.kind), at: fault.range, reportedAt: fault.offset)
      }
    }
  }

  /// The known directive that looks most like a name that nobody knows.
  mutating func suggestion(for name: String) -> String? {
    if let known = suggestions[name] { return known }
    // A configuration with more unknown names than this is no configuration of nginx.
    guard suggestions.count < 100 else { return nil }
    let suggestion = table.nearestName(to: name, in: block.context)
    suggestions[name] = suggestion
    return suggestion
  }
}
