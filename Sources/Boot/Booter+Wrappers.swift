internal import Machine
internal import SourceText

extension Booter {
  /// Starts the command that stands behind a wrapper's own arguments.
  mutating func runWrapped(
    _ start: Start, by wrapper: ProgramName.Wrapper, _ executable: Executable
  ) -> Int? {
    var inner = start
    inner.depth += 1
    var words = Array(start.invocation.arguments.dropFirst())
    skipOptions(&words, of: wrapper)
    takeAssignments(&words, of: wrapper, into: &inner.invocation)
    let operands = words.prefix(wrapper.operands)
    words.removeFirst(operands.count)
    if wrapper.namesUser, let operand = operands.first {
      inner.user = container.accounts.processUser(named: operand.text)
    }
    guard !words.isEmpty else { return add(start, executable, as: .other) }
    inner.invocation.arguments = words
    guard wrapper.staysAsParent else { return run(inner) }
    let id = add(start, executable, as: .initSystem)
    inner.parent = id
    let child = run(inner)
    // An init lives as long as its child.
    boot.processes[id].stays = child.flatMap { boot.processes[$0].stays }
    return id
  }

  private func skipOptions(_ words: inout [Argument], of wrapper: ProgramName.Wrapper) {
    while let word = words.first?.text, word.hasPrefix("-"), word.count > 1 {
      words.removeFirst()
      if word == "--" { return }
      if wrapper.optionsWithValue.contains(word), !words.isEmpty { words.removeFirst() }
    }
  }

  /// `env NAME=value command`.
  private func takeAssignments(
    _ words: inout [Argument], of wrapper: ProgramName.Wrapper, into invocation: inout Invocation
  ) {
    guard wrapper.name == "env" else { return }
    while let word = words.first?.text, let equals = word.firstIndex(of: "="), !word.hasPrefix("=")
    {
      let value = String(word[word.index(after: equals)...])
      invocation.environment.values[String(word[..<equals])] = value
      words.removeFirst()
    }
  }
}
