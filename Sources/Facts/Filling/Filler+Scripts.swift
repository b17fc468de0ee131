internal import Boot
internal import Machine
internal import Image

extension Filler {
  /// Adds the scripts of the build folder that the image holds.
  mutating func addScripts(of image: Image) {
    let executed = executedPaths
    let started = executed.union(stack.boot.processes.map(\.executable.path))
    for entry in image.filesOfTheBuildFolder {
      guard let bytes = image.bytes(of: entry.node), !bytes.isEmpty,
        bytes.starts(with: "#!".utf8) || executed.contains(entry.path)
      else { continue }
      let line = ScriptLine(bytes)
      rows.scripts.append(
        ScriptFact(
          path: entry.path, interpreter: line.interpreter,
          interpreterPresence: line.interpreter.flatMap(presence),
          hasCarriageReturn: line.hasCarriageReturn,
          isExecutable: entry.node.mode.map { $0 & 0o111 != 0 },
          isStarted: started.contains(entry.path), isExecuted: executed.contains(entry.path),
          span: entry.node.span))
    }
  }

  /// What the engine and supervisord start, which leave it to the kernel to find an interpreter.
  private var executedPaths: Set<String> {
    var paths: Set<String> = []
    if let first = container.command?.first?.text { paths.insert(first) }
    for program in rows.supervisorPrograms {
      if let word = program.command?.split(separator: " ").first { paths.insert(String(word)) }
    }
    return paths
  }

  /// Whether a program is in the image; nil where that is not known.
  func presence(of command: String) -> String? {
    switch container.executable(command).presence {
    case .present: "present"
    case .absent: "absent"
    case .unknown: nil
    }
  }
}

/// The first line of a script, as the kernel reads it.
private struct ScriptLine {
  let interpreter: String?
  let hasCarriageReturn: Bool

  init(_ bytes: [UInt8]) {
    guard bytes.starts(with: "#!".utf8) else {
      (interpreter, hasCarriageReturn) = (nil, false)
      return
    }
    let line = bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
    hasCarriageReturn = line.last == UInt8(ascii: "\r")
    let words = String(decoding: line, as: UTF8.self).split { $0.isWhitespace }.map(String.init)
    // `env` looks the next word up on PATH.
    let isEnvironment = words.first?.hasSuffix("/env") == true
    interpreter = isEnvironment ? words.dropFirst().first { !$0.hasPrefix("-") } : words.first
  }
}
