package import Machine

extension Survey {
  /// Reads what the script printed; what it does not understand it leaves out.
  package init(_ output: some Collection<UInt8>) {
    self.init()
    var records: [Record] = []
    for part in output.split(separator: recordSeparator) {
      let fields = part.split(
        separator: fieldSeparator, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      records.append(
        Record(
          kind: String(decoding: fields[0], as: UTF8.self),
          name: String(decoding: fields[1], as: UTF8.self), content: Array(fields[2])))
    }
    isComplete = records.last?.kind == "end"
    let commands = records.filter { $0.kind == "command" }
    let commandByPid = Dictionary(commands.map { ($0.name, $0.content) }) { $1 }
    for record in records { read(record, commandByPid) }
  }

  private mutating func read(_ record: Record, _ commandByPid: [String: [UInt8]]) {
    switch record.kind {
    case "process":
      let command = commandByPid[record.name] ?? []
      if let process = Self.process(status: record.text, command: command),
        !Self.isProbeItself(process)
      {
        processes.append(process)
      }
    case "unix": sockets += KernelSockets.unix(record.text)
    case "tcp", "tcp6": sockets += KernelSockets.tcp(record.text)
    case "passwd": accounts.users = Self.users(record.text)
    case "group":
      accounts.groups = Self.groups(record.text)
      accounts.isComplete = !accounts.users.isEmpty
    case "python": python = record.name.isEmpty ? nil : record.name
    default: break
    }
  }

  /// Reads `/proc/N/status` and `/proc/N/cmdline`; nil for a process that ended meanwhile.
  package static func process(status: String, command: [UInt8]) -> LiveProcess? {
    var fields: [Substring: [Substring]] = [:]
    for line in status.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon]] = line[line.index(after: colon)...].split {
        $0 == " " || $0 == "\t"
      }
    }
    guard let pid = fields["Pid"]?.first.flatMap({ Int($0) }),
      let parent = fields["PPid"]?.first.flatMap({ Int($0) }),
      let users = fields["Uid"], users.count == 4, let user = Int(users[1]),
      let groups = fields["Gid"], groups.count == 4, let group = Int(groups[1])
    else { return nil }
    return LiveProcess(
      id: pid, parent: parent, userID: user, groupID: group,
      groups: (fields["Groups"] ?? []).compactMap { Int($0) },
      state: fields["State"]?.first?.first ?? "S",
      command: command.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  private static func isProbeItself(_ process: LiveProcess) -> Bool {
    process.command.first == "/bin/sh" && process.command.contains("dovetail")
      || process.command.first == "cat"
  }

  /// Reads `/etc/passwd`.
  package static func users(_ text: String) -> [User] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 7 else { return nil }
      return User(
        name: fields[0], id: Int(fields[2]), groupID: Int(fields[3]), home: fields[5],
        shell: fields[6])
    }
  }

  /// Reads `/etc/group`.
  package static func groups(_ text: String) -> [Group] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { return nil }
      return Group(
        name: fields[0], id: Int(fields[2]),
        members: fields[3].split(separator: ",").map(String.init))
    }
  }

  private struct Record {
    var kind: String
    var name: String
    var content: [UInt8]

    var text: String { String(decoding: content, as: UTF8.self) }
  }
}

private let recordSeparator: UInt8 = 0x1e
private let fieldSeparator: UInt8 = 0x1f
