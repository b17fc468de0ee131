internal import Machine
internal import ShellScript
internal import SourceText

/// The script that a shell is started with, and its arguments.
struct ShellJob {
  let script: ShellScript
  let arguments: [String]
  let expandsBraces: Bool

  /// The file of the script; nil for the text of `-c`.
  let file: SourceFile?

  private init(
    script: ShellScript, arguments: [String], expandsBraces: Bool, file: SourceFile?
  ) {
    self.script = script
    self.arguments = arguments
    self.expandsBraces = expandsBraces
    self.file = file
  }

  /// Nil where nobody knows what the shell is to do.
  init?(_ invocation: Invocation, _ booter: Booter) {
    guard let program = invocation.arguments.first else { return nil }
    if case .shell = ProgramName(program.text) {
      self.init(shell: program.text, Array(invocation.arguments.dropFirst()), invocation, booter)
    } else {
      let path = CommandSearch(
        files: booter.container.files, searchPath: invocation.environment.values["PATH"],
        workingDirectory: invocation.workingDirectory
      ).executable(program.text).path
      self.init(file: path, invocation.arguments.dropFirst().map(\.text), booter, shell: nil)
    }
  }

  private init?(
    shell: String, _ words: [Argument], _ invocation: Invocation, _ booter: Booter
  ) {
    var words = words[...]
    if words.takeShellOptions() {
      guard let text = words.popFirst(), let span = text.span else { return nil }
      // The first word after the text is $0.
      self.init(
        script: ShellScript(SpannedText(text.text, span: span)),
        arguments: words.dropFirst().map(\.text), expandsBraces: shell.hasSuffix("bash"),
        file: nil)
      return
    }
    guard let path = words.popFirst() else { return nil }
    self.init(
      file: path.text.absolute(in: invocation.workingDirectory), words.map(\.text), booter,
      shell: shell)
  }

  private init?(file path: String?, _ arguments: [String], _ booter: Booter, shell: String?) {
    guard let path, case .file(let bytes, let origin) = booter.container.files.lookup(path) else {
      return nil
    }
    var sources = booter.sources
    let file = sources.add(path: path, origin: origin, bytes: bytes)
    self.init(
      script: ShellScript(file), arguments: arguments,
      expandsBraces: shell?.hasSuffix("bash") ?? bytes.firstLine.contains("bash"), file: file)
  }
}

extension Booter {
  /// Whether a file begins as a script for a shell; false where nobody knows.
  func isShellScript(_ path: String) -> Bool {
    guard case .file(let bytes, _) = container.files.lookup(path) else { return false }
    let line = bytes.firstLine
    // A shell runs it itself; that Docker and supervisord do not is for a rule to say.
    guard line.hasPrefix("#!") else { return path.hasSuffix(".sh") }
    return line.split { $0 == " " || $0 == "/" }.contains {
      ["sh", "bash", "ash", "dash"].contains($0)
    }
  }
}

extension [UInt8] {
  fileprivate var firstLine: String {
    String(decoding: prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }
}

extension String {
  /// The path from the root; nil where it hangs on a folder that is not known.
  func absolute(in folder: String?) -> String? {
    if hasPrefix("/") { return self }
    return folder.map { $0.hasSuffix("/") ? "\($0)\(self)" : "\($0)/\(self)" }
  }
}

extension ArraySlice<Argument> {
  /// Takes the options of a shell, and tells whether the word behind them is a script, as after `-c`.
  fileprivate mutating func takeShellOptions() -> Bool {
    var isScript = false
    while let word = first?.text, word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") {
      removeFirst()
      if word == "--" { break }
      guard !word.hasPrefix("--") else { continue }
      isScript = isScript || word.hasPrefix("-") && word.contains("c")
      // Each of these letters takes a word of its own, as in `-eo pipefail -c`.
      let settings = word.count { $0 == "o" || $0 == "O" }
      removeFirst(Swift.min(settings, count))
    }
    return isScript
  }
}
