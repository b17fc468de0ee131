package import SourceText

/// How many processes and threads serve, and who looks after them.
package struct UwsgiProcesses: Sendable {
  /// How many workers there may be; 1 where nothing is said.
  package let workers: UwsgiSetting<NumberRange>?
  package let threads: UwsgiSetting<NumberRange>?

  /// How many workers stay when there is little to do.
  package let cheaper: UwsgiSetting<NumberRange>?

  /// Whether there is a master; nil where not known.
  package let hasMaster: Bool?

  /// The option that decided that: `master`, or one that brings it along.
  package let masterOption: String?
  package let masterSpan: SourceSpan?

  /// What SIGTERM does to the started process; nil where not known.
  package let onTerminate: SignalEffect?

  package var workerCount: NumberRange { workers?.value ?? NumberRange(1) }

  /// What a signal does to the started process.
  package enum SignalEffect: Hashable, Sendable {
    /// It starts over in place: it does not end.
    case reloads
    case ends(status: Int)
  }
}
