import Machine
import SourceText

/// A command line taken apart as Python's `getopt` does it.
struct CommandLine {
  /// An option that was given.
  struct Given {
    /// The name without hyphens, long where there is a long one.
    let name: String

    /// The option as messages name it, such as `-e` or `--loglevel`.
    let flag: String
    let value: Argument
  }

  let program: String
  private(set) var given: [Given] = []
  private(set) var positional: [Argument] = []

  /// Why `getopt` stopped.
  private(set) var fault: (message: String, argument: Argument)?
  let options: CommandLineOptions

  init(_ invocation: Invocation, options: CommandLineOptions) {
    program = invocation.arguments.first?.text ?? options.program
    self.options = options
    var rest = invocation.arguments.dropFirst()
    while let argument = rest.first, fault == nil {
      guard argument.text.hasPrefix("-"), argument.text != "-" else { break }
      rest.removeFirst()
      if argument.text == "--" { break }
      if argument.text.hasPrefix("--") {
        long(argument, &rest)
      } else {
        short(argument, &rest)
      }
    }
    if fault == nil { positional = Array(rest) }
  }

  /// The last value of an option.
  subscript(name: String) -> Given? {
    given.last { $0.name == name }
  }

  private mutating func long(_ argument: Argument, _ rest: inout ArraySlice<Argument>) {
    let body = argument.text.dropFirst(2)
    let equals = body.firstIndex(of: "=")
    let name = String(body[..<(equals ?? body.endIndex)])
    guard let option = longOption(name, argument) else { return }
    if option.takesValue {
      let inline = equals.map { String(body[body.index(after: $0)...]) }
      guard let value = inline.map({ Argument($0, span: argument.span) }) ?? rest.popFirst() else {
        fault = ("option --\(option.long) requires argument", argument)
        return
      }
      add(option, flag: "--\(option.long)", value)
    } else if equals != nil {
      fault = ("option --\(option.long) must not have an argument", argument)
    } else {
      add(option, flag: "--\(option.long)", Argument("", span: argument.span))
    }
  }

  /// Finds a long option by its name or by an unambiguous beginning of it.
  private mutating func longOption(_ name: String, _ argument: Argument) -> CommandLineOption? {
    let candidates = options.list.filter { !$0.long.isEmpty && $0.long.hasPrefix(name) }
    if let exact = candidates.first(where: { $0.long == name }) { return exact }
    switch candidates.count {
    case 0: fault = ("option --\(name) not recognized", argument)
    case 1: return candidates[0]
    default: fault = ("option --\(name) not a unique prefix", argument)
    }
    return nil
  }

  private mutating func short(_ argument: Argument, _ rest: inout ArraySlice<Argument>) {
    var letters = argument.text.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.list.first(where: { $0.short == letter }) else {
        fault = ("option -\(letter) not recognized", argument)
        return
      }
      guard option.takesValue else {
        add(option, flag: "-\(letter)", Argument("", span: argument.span))
        continue
      }
      let joined = letters.isEmpty ? nil : Argument(String(letters), span: argument.span)
      guard let value = joined ?? rest.popFirst() else {
        fault = ("option -\(letter) requires argument", argument)
        return
      }
      add(option, flag: "-\(letter)", value)
      return
    }
  }

  private mutating func add(_ option: CommandLineOption, flag: String, _ value: Argument) {
    given.append(Given(name: option.name, flag: flag, value: value))
  }
}
