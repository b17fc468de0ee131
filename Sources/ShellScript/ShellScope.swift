/// What a shell's variables are, as far as that is known.
package struct ShellScope: Sendable {
  /// What is known of a variable.
  package enum Value: Hashable, Sendable {
    case known(String)
    case unset
    case unknown
  }

  private var values: [String: Value]

  /// False where there may be variables that nobody told of.
  package var isComplete: Bool

  /// The script's arguments, `$1` and on; nil where they are not known.
  package var arguments: [String]?

  /// Whether the shell is bash, which expands braces.
  package var expandsBraces: Bool

  package init(
    _ values: [String: String] = [:], isComplete: Bool, arguments: [String]? = nil,
    expandsBraces: Bool = false
  ) {
    self.values = values.mapValues(Value.known)
    self.isComplete = isComplete
    self.arguments = arguments
    self.expandsBraces = expandsBraces
  }

  /// Whether nobody sets a variable here, though whoever starts the container may.
  package func isLeftOpen(_ name: String) -> Bool {
    !isComplete && values[name] == nil && name.utf8.first?.startsShellName == true
  }

  /// The value of a variable, a positional parameter or `#`.
  package subscript(name: String) -> Value {
    get {
      if let value = values[name] { return value }
      if name == "#" { return arguments.map { .known("\($0.count)") } ?? .unknown }
      if let number = Int(name) {
        guard number > 0, let arguments else { return .unknown }
        return number <= arguments.count ? .known(arguments[number - 1]) : .unset
      }
      if name.utf8.count == 1, name.utf8.allSatisfy({ !$0.startsShellName }) { return .unknown }
      return isComplete ? .unset : .unknown
    }
    set {
      values[name] = newValue
    }
  }
}
