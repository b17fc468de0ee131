#if Probe
  import FoundationEssentials
  @preconcurrency @unsafe import Glibc
  import Image
  import Live
  import Machine

  /// Looks at this machine, or at the container that the probe runs in, without any engine.
  struct LocalSeat: Seat {
    let limits: Limits

    func look() async -> Look {
      var look = Look()
      look.survey = survey
      look.listing = listing
      return look
    }

    private var survey: Survey {
      var survey = Survey()
      survey.processes = pids.compactMap { pid in
        guard let status = bytes("/proc/\(pid)/status") else { return nil }
        return Survey.process(
          status: String(decoding: status, as: UTF8.self),
          command: bytes("/proc/\(pid)/cmdline") ?? [])
      }
      survey.sockets =
        KernelSockets.unix(text("/proc/net/unix")) + KernelSockets.tcp(text("/proc/net/tcp"))
        + KernelSockets.tcp(text("/proc/net/tcp6"))
      survey.accounts = Accounts(
        users: Survey.users(text("/etc/passwd")), groups: Survey.groups(text("/etc/group")),
        isComplete: true)
      survey.isComplete = true
      return survey
    }

    func exchange(_ exchanges: [Exchange], survey: Survey) async throws -> [ExchangeResult] {
      await withTaskGroup(of: (Int, ExchangeResult).self) { group in
        for (index, exchange) in exchanges.enumerated() {
          group.addTask { (index, await exchange.run(limits: limits)) }
        }
        let results = await group.reduce(into: []) { $0.append($1) }
        return results.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }

    /// Nobody keeps the output of processes that no engine has started.
    func log() async throws -> [LiveLog] { [] }

    /// Upper folders come first: a machine may have more than anyone wants to list.
    private var listing: FileListing {
      var listing = FileListing()
      var pending = [""][...]
      while let folder = pending.popFirst() {
        guard listing.files.count < FileListing.mostFiles, !Task.isCancelled else { return listing }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder + "/")) ?? [] {
          let path = "\(folder)/\(name)"
          guard !kernelFolders.contains(path), let file = listed(path) else { continue }
          listing.add(file)
          if file.kind == .folder { pending.append(path) }
        }
      }
      listing.isComplete = true
      return listing
    }

    private func listed(_ path: String) -> ListedFile? {
      var found = stat()
      guard unsafe lstat(path, &found) == 0 else { return nil }
      let kind = FileKind(mode: Int(found.st_mode)) {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
      }
      return ListedFile(
        path: path, kind: kind, owner: Int(found.st_uid), group: Int(found.st_gid),
        mode: Int(found.st_mode & 0o7777), size: Int(found.st_size))
    }

    func contents(of paths: [String]) async -> [String: [UInt8]] {
      var contents: [String: [UInt8]] = [:]
      for path in paths where listed(path)?.kind == .file { contents[path] = bytes(path) }
      return contents
    }

    private var pids: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { Int($0) != nil && !isOfContainer($0) }
    }

    /// A host sees the processes of its containers too; those that hide their namespace are its own.
    private func isOfContainer(_ pid: String) -> Bool {
      let namespace = { (pid: String) in
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/ns/pid")
      }
      guard let own = namespace("self"), let other = namespace(pid) else { return false }
      return own != other
    }

    private func bytes(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
    }

    private func text(_ path: String) -> String {
      String(decoding: bytes(path) ?? [], as: UTF8.self)
    }
  }

  private let kernelFolders: Set = ["/proc", "/sys"]
#endif
