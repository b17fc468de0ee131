import SourceText

extension NginxLoader {
  /// Finds the entry of a directive that fits here; reports where nginx would find none.
  mutating func resolve(_ name: NginxWord, of id: Int) -> Int16? {
    let context = block.context
    var command = firstCommand(named: name)
    var isPresent = false
    var hidden: Int16 = -1
    while command >= 0 {
      let entry = table[command]
      let answer = availability[command]
      if answer == .present { isPresent = true }
      if entry.contexts.contains(context) {
        if answer == .present { return command }
        if hidden < 0 || answer == .unknown { hidden = command }
      } else if hidden < 0 {
        hidden = command
      }
      command = table.next(after: command)
    }
    return refuse(name, of: id, isPresent: isPresent, hidden: hidden)
  }

  private func firstCommand(named name: NginxWord) -> Int16 {
    let bytes = openFiles[openFiles.count - 1].lexer.bytes
    if !name.marks.contains(.escaped) {
      return table.firstCommand(named: bytes, in: name.range)
    }
    let value = name.value(in: bytes)
    return table.firstCommand(named: value, in: 0..<value.count)
  }

  /// Reports a directive that does not fit; answers its entry where it may yet be right.
  private mutating func refuse(
    _ name: NginxWord,
    of id: Int,
    isPresent: Bool,
    hidden: Int16
  ) -> Int16? {
    let bytes = openFiles[openFiles.count - 1].lexer.bytes
    // nginx prints its names as C strings, which end at NUL.
    let text = String(decoding: name.value(in: bytes).prefix { $0 != 0 }, as: UTF8.self)
    let range = name.writtenRange
    let mayFit =
      hidden >= 0 && availability[hidden] == .unknown
      && table[hidden].contexts.contains(block.context)
    guard hidden >= 0, !isPresent || mayFit else {
      let fault: StructureFault =
        isPresent
        ? .notAllowedHere(text, context: block.context)
        : .unknownDirective(text, suggestion: suggestion(for: text))
      report(.structure(fault), at: range)
      return nil
    }
    let entry = table[hidden]
    let fits = entry.contexts.contains(block.context)
    guard availability[hidden] == .unknown else {
      report(.structure(absence(of: entry, text)), at: range)
      return fits ? hidden : nil
    }
    if fits {
      let fault: StructureFault =
        entry.versions.removed == nil
        ? .moduleUnknown(text, module: entry.module) : .otherVersion(text, entry.versions)
      report(.structure(fault), at: range, consequence: .unknown)
      return hidden
    }
    // Whatever the modules are, nginx refuses it: it is unknown, or not allowed.
    report(.structure(.notAllowedHere(text, context: block.context)), at: range)
    return nil
  }

  private func absence(of entry: NginxCommand, _ name: String) -> StructureFault {
    entry.versions.contains(setup.build.version)
      ? .moduleAbsent(name, module: entry.module) : .otherVersion(name, entry.versions)
  }
}
