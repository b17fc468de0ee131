/// A line that the container wrote to its log.
package struct LiveLog: Hashable, Sendable {
  /// The descriptor that a line was written to.
  package enum Stream: String, Sendable {
    case stdout
    case stderr
  }

  /// Counts from 1 in what was read of the log.
  package var number: Int
  package var stream: Stream
  package var text: String

  package init(number: Int, stream: Stream, text: String) {
    self.number = number
    self.stream = stream
    self.text = text
  }
}
