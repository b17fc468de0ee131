package import Machine

extension Survey {
  /// Reads what the script printed; what it does not understand it leaves out.
  package init(_ output: some Collection<UInt8>) {
    self.init()
    isComplete = output.suffix(Self.end.count).elementsEqual(Self.end)
    let files = Self.files(Array(output))
    let text = { String(decoding: files[$0] ?? [], as: UTF8.self) }
    processes = files.keys.compactMap { path in
      guard path.hasPrefix("/proc/"), path.hasSuffix("/status") else { return nil }
      let command = files[path.dropLast("status".count) + "cmdline"] ?? []
      return Self.process(status: text(path), command: command)
    }.filter { !Self.isProbeItself($0) }.sorted { $0.id < $1.id }
    sockets =
      KernelSockets.unix(text("/proc/net/unix")) + KernelSockets.tcp(text("/proc/net/tcp"))
      + KernelSockets.tcp(text("/proc/net/tcp6"))
    accounts.users = Self.users(text("/etc/passwd"))
    accounts.groups = Self.groups(text("/etc/group"))
    accounts.isComplete = !accounts.users.isEmpty
    python = text("python").split(separator: "\n").first.map(String.init)
  }

  /// What the files hold, by the names that stand before them: `head` writes a line's end, `==> NAME <==` and a line's end.
  private static func files(_ output: [UInt8]) -> [String: ArraySlice<UInt8>] {
    var files: [String: ArraySlice<UInt8>] = [:]
    var name: String?
    var start = 0
    for line in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    where line.starts(with: "==> ".utf8) && line.suffix(4).elementsEqual(" <==".utf8) {
      if let name { files[name] = output[start..<max(start, line.startIndex - 1)] }
      name = String(decoding: line.dropFirst(4).dropLast(4), as: UTF8.self)
      start = min(line.endIndex + 1, output.count)
    }
    if let name { files[name] = output[start...] }
    return files
  }

  /// Reads `/proc/N/status` and `/proc/N/cmdline`; nil for a process that ended meanwhile.
  package static func process(
    status: String, command: some Collection<UInt8>
  ) -> LiveProcess? {
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
}
