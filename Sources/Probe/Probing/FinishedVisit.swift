#if Probe
  import Boot
  import Live
  import Rules
  import SourceText

  /// What a look at one target brought.
  struct FinishedVisit: Sendable {
    let target: String
    let notebook: Notebook

    /// What the target's own configuration says; nil where it could not be read.
    var reading: ConfigurationReading?

    /// From the first look to the last.
    let elapsed: Duration

    init(target: String, notebook: Notebook, reading: ConfigurationReading? = nil) {
      self.target = target
      self.notebook = notebook
      self.reading = reading
      elapsed = notebook.start.duration(to: .now)
    }

    /// The joints, decided by all that was seen; the rules judge the configuration.
    func result(_ rules: RuleEngine? = nil) -> ProbeResult {
      let seen = notebook.seen
      var result = ProbeResult(
        target: target, seen: seen, results: notebook.conclude(), elapsed: elapsed,
        sources: reading?.stack.sources ?? SourceFiles())
      if let rules, let reading { result.staticResults = reading.results(rules, seen: seen) }
      return result
    }

    /// The first broken joint, which the others follow from; nil where the stack works.
    var brokenJoint: JointResult? {
      let diagnosis = Diagnosis(notebook.conclude())
      return diagnosis.results.first { $0.joint == diagnosis.cause }
    }

    /// What nginx in another container of the project may pass requests to.
    var neighbour: Live.Neighbour? {
      let seen = notebook.seen
      guard let container = seen.container else { return nil }
      return Live.Neighbour(
        container, seen: seen, cause: Diagnosis(notebook.conclude()).cause)
    }
  }
#endif
