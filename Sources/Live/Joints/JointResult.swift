package import Rules
package import SourceText

/// What the probe found at one joint, and how long it looked.
package struct JointResult: Sendable {
  /// Whether a joint holds.
  package enum Verdict: Sendable {
    /// The joint holds; the text says what was seen.
    case holds(String)
    case broken([JointBreak])

    /// The joint could not be looked at; the text says why.
    case unobservable(String)
  }

  package var joint: Joint
  package var verdict: Verdict
  package var elapsed: Duration

  package init(joint: Joint, verdict: Verdict, elapsed: Duration = .zero) {
    self.joint = joint
    self.verdict = verdict
    self.elapsed = elapsed
  }

  package var isBroken: Bool {
    if case .broken = verdict { true } else { false }
  }

  package var breaks: [JointBreak] {
    if case .broken(let breaks) = verdict { breaks } else { [] }
  }
}

/// One thing that is wrong at a joint.
package struct JointBreak: Sendable {
  /// What is wrong, in one sentence without a full stop.
  package var message: String

  /// What it is about, such as a program's name or a socket's path.
  package var subject: String

  /// Lines that show it: of the log, of the processes, of the sockets.
  package var evidence: [Evidence]

  /// Where the configuration promises otherwise.
  package var promise: SourceSpan?

  /// Nil where it is the joint's own.
  package var severity: Severity?

  /// What to do, where that is known better than the joint's rule knows it.
  package var fix: String?

  package init(
    _ message: String, subject: String = "", evidence: [Evidence] = [],
    promise: SourceSpan? = nil, severity: Severity? = nil, fix: String? = nil
  ) {
    self.message = message
    self.subject = subject
    self.evidence = evidence
    self.promise = promise
    self.severity = severity
    self.fix = fix
  }
}

/// A line of what was seen.
package struct Evidence: Hashable, Sendable {
  /// Where a line of evidence was seen.
  package enum Kind: String, CaseIterable, Sendable {
    case container
    case program
    case process
    case socket
    case file
    case request
    case log
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
