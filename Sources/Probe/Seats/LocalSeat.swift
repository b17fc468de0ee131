#if Probe
  import FoundationEssentials
  @preconcurrency @unsafe import Glibc
  import Image
  import Live
  import Machine

  /// Looks at this machine, or at the container that the probe runs in, without any engine.
  struct LocalSeat: Seat {
    let limits: Limits

    func survey(paths: [String]) async throws -> Survey {
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
      let sockets = survey.sockets.map(\.address).filter { $0.hasPrefix("/") }
      for path in paths + sockets + sockets.flatMap(\.ancestors) {
        survey.files[path] = file(path)
      }
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
    func listing() async throws -> FileListing {
      var listing = FileListing()
      var pending = [""][...]
      while let folder = pending.popFirst() {
        guard listing.files.count < mostFiles, !Task.isCancelled else { return listing }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder + "/")) ?? [] {
          let path = "\(folder)/\(name)"
          guard !kernelFolders.contains(path), let (file, size) = listed(path) else { continue }
          listing.add(file, size: size)
          if file.kind == .folder { pending.append(path) }
        }
      }
      listing.isComplete = true
      return listing
    }

    private func listed(_ path: String) -> (ListedFile, size: Int)? {
      var found = stat()
      guard unsafe lstat(path, &found) == 0 else { return nil }
      let kind = FileKind(mode: Int(found.st_mode)) {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
      }
      let file = ListedFile(
        path: path, kind: kind, owner: Int(found.st_uid), group: Int(found.st_gid),
        mode: Int(found.st_mode & 0o7777))
      return (file, Int(found.st_size))
    }

    func content(of path: String) async throws -> [UInt8]? {
      file(path).kind == .file ? bytes(path) : nil
    }

    func files(
      below folder: String, limits: TarReader.Limits
    ) async throws -> [TarReader.Entry] {
      var entries: [TarReader.Entry] = []
      var pending = [folder.hasSuffix("/") ? String(folder.dropLast()) : folder]
      var left = limits.totalBytes
      while let folder = pending.popLast(), entries.count < limits.entries {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted().prefix(limits.entries - entries.count) {
          let entry = entry("\(folder)/\(name)", mostBytes: min(limits.contentBytes, left))
          left -= entry.content?.count ?? 0
          if entry.kind == .folder { pending.append(entry.path) }
          entries.append(entry)
        }
      }
      return entries
    }

    private func entry(_ path: String, mostBytes: Int) -> TarReader.Entry {
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      let file = file(path)
      let isWanted = link == nil && file.kind == .file && file.size <= mostBytes
      return TarReader.Entry(
        path: path, kind: Self.kind(file.kind, isLink: link != nil), mode: file.mode,
        userID: file.userID, groupID: file.groupID, size: file.size, linkTarget: link ?? "",
        content: isWanted ? bytes(path) : nil)
    }

    private static func kind(_ kind: LiveFile.Kind, isLink: Bool) -> TarReader.Entry.Kind {
      if isLink { return .symbolicLink }
      switch kind {
      case .file: return .file
      case .folder: return .folder
      case .absent, .socket, .link, .other: return .other
      }
    }

    private var pids: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { Int($0) != nil }
    }

    private func file(_ path: String) -> LiveFile {
      var found = stat()
      guard unsafe stat(path, &found) == 0 else { return LiveFile(path: path, kind: .absent) }
      var file = LiveFile(
        path: path, kind: LiveFile.Kind(mode: Int(found.st_mode)),
        mode: Int(found.st_mode & 0o7777),
        userID: Int(found.st_uid), groupID: Int(found.st_gid), size: Int(found.st_size))
      if path.hasSuffix(".pid") { file.content = bytes(path).map { Array($0.prefix(64)) } }
      return file
    }

    private func bytes(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
    }

    private func text(_ path: String) -> String {
      String(decoding: bytes(path) ?? [], as: UTF8.self)
    }
  }

  private let mostFiles = 200_000
  private let kernelFolders: Set = ["/proc", "/sys"]
#endif
