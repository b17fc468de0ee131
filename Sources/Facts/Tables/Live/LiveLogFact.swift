/// A line of the log.
package struct LiveLogFact: Fact {
  package static let table = Table<LiveLogFact>(
    "live_log",
    "A line of the end of the log of the container.",
    columns: [
      .integer("number", "Its place in what was read of the log, from 1.") { $0.number },
      .text("stream", "stdout or stderr.") { $0.stream },
      .text("line", "The line, without secrets.") { $0.line },
    ]
  )

  var number: Int
  var stream: String
  var line: String

  package init(
    number: Int, stream: String, line: String
  ) {
    self.number = number
    self.stream = stream
    self.line = line
  }
}
