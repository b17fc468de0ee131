internal import Machine

/// The options of an nginx command (`nginx -h`).
struct NginxCommandLine {
  private(set) var mainFile: String?
  private(set) var prefix: String?
  private(set) var globalDirectives: Argument?

  /// Whether it ends after a test, a message or a signal, and serves nothing.
  private(set) var endsAtOnce = false

  init(_ arguments: some Sequence<Argument>) {
    var words = Array(arguments)[...]
    while let word = words.popFirst() {
      guard word.text.hasPrefix("-") else { continue }
      read(word, &words)
    }
  }

  /// One word may hold several letters; a letter that takes a value takes the rest of it, or the
  /// next word (`ngx_get_options`).
  private mutating func read(_ word: Argument, _ rest: inout ArraySlice<Argument>) {
    var letters = word.text.dropFirst()
    while let letter = letters.popFirst() {
      switch letter {
      case "?", "h", "v", "V", "t", "T":
        endsAtOnce = true
      case "q":
        continue
      case "c", "p", "g", "e", "s":
        let value = letters.isEmpty ? rest.popFirst() : Argument(String(letters), span: word.span)
        take(value, of: letter)
        return
      default:
        return
      }
    }
  }

  private mutating func take(_ value: Argument?, of letter: Character) {
    guard let value else { return }
    switch letter {
    case "c": mainFile = value.text
    case "p": prefix = value.text
    case "g": globalDirectives = value
    case "s": endsAtOnce = true
    default: break
    }
  }
}
