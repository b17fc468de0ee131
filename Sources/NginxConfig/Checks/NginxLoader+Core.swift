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

  mutating func checkWorkerConnections(_ statement: Statement) {
    guard NginxNumber.integer(statement[1]) == nil else { return }
    refuse(invalid: "number", statement, word: 1)
  }

  mutating func checkEventUse(_ statement: Statement) {
    let methods = ["epoll", "poll", "select"]
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

  mutating func checkMailProtocol(_ statement: Statement) {
    let protocols = ["pop3", "imap", "smtp"]
    if !protocols.contains(where: statement.cString(1).isText) {
      let text = "unknown protocol \"\(statement.printable(1))\""
      refuse(.rule(directive: "protocol", text), statement, word: 1)
    }
  }

  mutating func checkThreadPool(_ statement: Statement) {
    let keys = [
      KeyedParameter(key: "threads=", kind: .integer(1...Int.max), complaint: "threads value"),
      KeyedParameter(key: "max_queue=", kind: .integer(0...Int.max), complaint: "max_queue value"),
    ]
    _ = check(statement, from: 2, keys: keys)
  }

  mutating func checkObsolete(_ statement: Statement) {
    let newer = [
      "http2_recv_timeout": "client_header_timeout", "http2_idle_timeout": "keepalive_timeout",
      "http2_max_requests": "keepalive_requests",
      "http2_max_field_size": "large_client_header_buffers",
      "http2_max_header_size": "large_client_header_buffers",
    ]
    let name = statement.command.name
    if let use = newer[name] {
      refuse(.obsolete(name, use: use), statement)
    } else {
      refuse(.rule(directive: name, "the \"\(name)\" directive is obsolete, ignored"), statement)
    }
  }

  /// Notes a file that nginx opens when it has read all.
  mutating func noteLog(_ statement: Statement, word: Int) {
    let path = setup.absolutePath(
      String(decoding: statement.cString(word), as: UTF8.self), fromMainFile: false
    )
    files(needed: path, isFolder: false, statement, word: word)
  }

  /// Notes a folder that nginx makes when it has read all.
  mutating func noteFolder(_ statement: Statement, word: Int) {
    var path = String(decoding: statement.cString(word), as: UTF8.self)
    if path.count > 1, path.hasSuffix("/") { path.removeLast() }
    files(
      needed: setup.absolutePath(path, fromMainFile: false), isFolder: true, statement, word: word
    )
  }

  private mutating func files(
    needed path: String, isFolder: Bool, _ statement: Statement, word: Int
  ) {
    guard neededPaths.insert(path).inserted, neededPaths.count < 10_000 else { return }
    needs.append(
      NeededFile(path: path, isFolder: isFolder, directive: Int32(statement.id), word: Int32(word))
    )
  }

  /// Reports logs and folders that cannot be made, because the folder around them is missing.
  mutating func checkFilesCanBeMade() {
    for need in needs.filter({ !$0.isFolder }) + needs.filter(\.isFolder) {
      guard case .absent = files.lookup(need.path) else { continue }
      guard let slash = need.path.lastIndex(of: "/"), slash > need.path.startIndex,
        case .absent = files.lookup(String(need.path[..<slash]))
      else { continue }
      let fault: MachineFault =
        need.isFolder ? .cannotMakeFolder(need.path) : .cannotOpen(need.path)
      let directive = NginxDirective(id: Int(need.directive), tree: tree)
      report(NginxProblem(.machine(fault), span: directive.headSpan, reported: .nowhere))
    }
  }
}

/// A file or folder that nginx opens or makes once it has read its configuration.
struct NeededFile {
  let path: String
  let isFolder: Bool
  let directive: Int32
  let word: Int32
}
