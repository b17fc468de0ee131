package import SourceText

/// Something that nginx says about a configuration when it loads it.
package struct NginxProblem: Problem {
  /// What is wrong.
  package let fault: NginxFault

  /// Where a person should look.
  package let span: SourceSpan

  /// Where nginx says that it is: the end of the statement, or the block's brace.
  package let reported: ReportedPlace

  package let consequence: Consequence
  package let related: [RelatedSpan]

  /// The place in nginx's own message.
  package enum ReportedPlace: Hashable, Sendable {
    /// Its message names no place.
    case nowhere

    /// The message says `in command line`.
    case commandLine

    /// The message says `in FILE:LINE`: the line of this byte.
    case at(SourceFile.ID, offset: Int)
  }

  init(
    _ fault: NginxFault,
    span: SourceSpan,
    reported: ReportedPlace,
    consequence: Consequence? = nil,
    related: [RelatedSpan] = []
  ) {
    self.fault = fault
    self.span = span
    self.reported = reported
    self.consequence = consequence ?? (fault.isWarning ? .warns : .refuses)
    self.related = related
  }

  package var code: String { fault.code }

  /// nginx's message, and what it leaves out.
  package var message: String {
    guard let hint = fault.hint else { return fault.nginxMessage }
    return "\(fault.nginxMessage) (\(hint))"
  }

  /// The message as nginx writes it into its log, without the place.
  package var nginxMessage: String { fault.nginxMessage }
}
