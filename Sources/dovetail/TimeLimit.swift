import ArgumentParser
import Settings

/// A length of time on the command line: `250ms`, `30s`, or a number of seconds.
struct TimeLimit: ExpressibleByArgument {
  var duration: Duration

  init(duration: Duration) {
    self.duration = duration
  }

  init?(argument: String) {
    guard let duration = Duration(written: argument) else { return nil }
    self.duration = duration
  }

  var defaultValueDescription: String {
    "\(duration.components.seconds)s"
  }
}
