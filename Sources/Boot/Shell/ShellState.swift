internal import Machine
internal import ShellScript
internal import SourceText

/// A shell that is running a script.
struct ShellState {
  /// Why the rest of a script is not reached.
  enum End {
    /// `exec` put a program in the shell's place.
    case replaced(by: Int?)

    /// A program stays in the foreground, or the script ends.
    case stopped
  }

  var start: Booter.Start
  var scope: ShellScope
  var end: End?

  /// Whether a command, such as `sleep infinity`, may keep it from ever ending.
  var mayWait = false

  /// Whether it may go on as soon as one of its programs ends, by bash's `wait -n`.
  var waitsForFirst = false

  /// How many constructs are around a command that may run or not.
  var doubt = 0

  /// Whether the script is the base image's: what it starts is told of where the container is.
  var isForeign = false

  /// Whether the commands are those of a loop, which goes on only once they have ended.
  var isInLoop = false

  init(_ start: Booter.Start, _ job: ShellJob, shell: Int?) {
    self.start = start
    self.start.parent = shell
    self.start.depth += 1
    scope = ShellScope(
      start.invocation.environment.values,
      isComplete: start.invocation.environment.isComplete, arguments: job.arguments,
      expandsBraces: job.expandsBraces)
  }

  /// The words of a command; nil where they are not all known.
  func words(_ command: SimpleCommand) -> [Argument]? {
    var words: [Argument] = []
    for word in command.words {
      let expansion = word.expanded(in: scope)
      guard expansion.isCountKnown else { return nil }
      for field in expansion.fields {
        guard let text = field.known else { return nil }
        words.append(Argument(text, span: isForeign ? start.span ?? field.span : field.span))
      }
    }
    return words
  }
}
