import Machine
import SourceText

extension NginxLoader {
  mutating func checkWorkerProcesses(_ statement: Statement) {
    if statement.cString(1).isText("auto") || NginxNumber.integer(statement[1]) != nil { return }
    refuse(.unreadable(directive: "worker_processes", isNumber: false), statement, word: 1)
  }

  mutating func checkWorkerPriority(_ statement: Statement) {
    let value = statement[1]
    let digits =
      value.first == Ascii.hyphen || value.first == UInt8(ascii: "+")
      ? value.dropFirst() : value
    guard NginxNumber.integer(digits) == nil else { return }
    refuse(.unreadable(directive: "worker_priority", isNumber: true), statement, word: 1)
  }

  /// Checks the masks of `worker_cpu_affinity` (`ngx_set_cpu_affinity`).
  mutating func checkWorkerAffinity(_ statement: Statement) {
    let isAutomatic = statement.cString(1).isText("auto")
    if isAutomatic, statement.count > 3 {
      refuse(.structure(.wrongParameterCount("worker_cpu_affinity")), statement)
      return
    }
    for word in (isAutomatic ? 2 : 1)..<max(2, statement.count) {
      let isDigit = { (byte: UInt8) in
        byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") || byte == Ascii.space
      }
      guard let wrong = statement[word].last(where: { !isDigit($0) }) else { continue }
      let character = ByteText([wrong]).printable
      let text = "invalid character \"\(character)\" in \"worker_cpu_affinity\""
      refuse(.rule(directive: "worker_cpu_affinity", text), statement, word: word)
      return
    }
  }

  mutating func checkWorkerConnections(_ statement: Statement) {
    guard let number = NginxNumber.integer(statement[1]) else {
      refuse(invalid: "number", statement, word: 1)
      return
    }
    connectionLimit = (number, statement.id)
  }

  mutating func checkEventUse(_ statement: Statement) {
    // `poll` and `select` are only in builds for systems without anything better.
    let methods = setup.build.modules == nil ? ["epoll", "poll", "select"] : ["epoll"]
    guard !methods.contains(where: statement[1].isText) else { return }
    refuse(invalid: "event type", statement, word: 1)
  }

  /// Checks `user`: the group of a name that has none is one of the same name.
  mutating func checkUser(_ statement: Statement) {
    let user = String(decoding: statement.cString(1), as: UTF8.self)
    if case .absent = setup.accounts.user(named: user) {
      refuse(.machine(.unknownUser(user)), statement, word: 1)
      return
    }
    let group =
      statement.count > 2
      ? String(decoding: statement.cString(2), as: UTF8.self) : user
    guard case .absent = setup.accounts.group(named: group) else { return }
    refuse(.machine(.unknownGroup(group)), statement, word: statement.count - 1)
  }

  /// Takes in the modules of a file; only before all blocks (`ngx_load_module`).
  mutating func loadModule(_ statement: Statement) {
    let hasBlock = tree.records.contains { $0.parent < 0 && $0.marks.contains(.block) }
    if hasBlock {
      refuse(.specifiedTooLate("load_module"), statement)
      return
    }
    let path = setup.absolutePath(statement.printable(1), fromMainFile: false)
    if case .absent = files.lookup(path) {
      let text =
        "dlopen() \"\(path)\" failed (\(path): cannot open shared object file:"
        + " No such file or directory)"
      refuse(.rule(directive: "load_module", text), statement, word: 1)
      return
    }
    let name = path.split(separator: "/").last ?? ""
    availability.load(moduleFile: name, version: setup.build.version)
  }

  /// Reports a pool of threads that is used and nowhere defined (`ngx_thread_pool_init_conf`).
  mutating func checkThreadPoolsAreKnown() {
    for use in threadPoolUses where !threadPools.contains(use.name) && isWhole {
      let text = "unknown thread pool \"\(use.name.printable)\""
      reportAtHead(of: use.directive, .value(.rule(directive: "aio", text)))
      return
    }
  }

  /// Checks a `thread_pool`, which takes no notice of words that it does not know.
  mutating func checkThreadPool(_ statement: Statement) {
    let keys = [
      KeyedParameter(key: "threads=", kind: .integer(1...Int.max), complaint: "threads value"),
      KeyedParameter(key: "max_queue=", kind: .integer(0...Int.max), complaint: "max_queue value"),
    ]
    guard remember(statement[1], statement) else {
      let text = "duplicate thread pool \"\(statement.printable(1))\""
      refuse(.rule(directive: "thread_pool", text), statement, word: 1)
      return
    }
    threadPools.insert(statement[1])
    var hasThreads = false
    for word in 2..<max(2, statement.count) {
      let value = statement.cString(word)
      guard keys.contains(where: { $0.value(in: value) != nil }) else { continue }
      guard check(statement, words: word..<word + 1, keys: keys) else { return }
      hasThreads = hasThreads || value.after("threads=") != nil
    }
    if !hasThreads {
      refuse(.missingParameter(directive: "thread_pool", parameter: "threads"), statement)
    }
  }
}
