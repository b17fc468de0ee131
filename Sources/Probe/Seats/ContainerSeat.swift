#if Probe
  import Live

  /// Looks at a container through its engine.
  ///
  /// What needs the container's own view of sockets and processes is a command run in it that only
  /// reads: the engine has no other way to show them. Other files come from the archive.
  struct ContainerSeat: Seat {
    let engine: EngineClient
    let description: ContainerDescription
    let shell: ContainerShell
    let limits: Limits

    init(engine: EngineClient, description: ContainerDescription, limits: Limits) {
      self.engine = engine
      self.description = description
      self.limits = limits
      shell = ContainerShell(engine, container: description.id)
    }

    func look() async -> Look {
      var look = Look()
      if description.state.status == "running" {
        do {
          let container = description.container
          let command = Look.command(
            startedBy: container.command, in: container.workingDirectory)
          let output = try await shell.run(command, mostBytes: longestLook)
          look = Look(output.stdout)
          if look.survey == nil { look.blindness = Self.blindness(output) }
        } catch {
          look.blindness = "\(error)"
        }
      }
      // What has ended runs no command, and a bare image has none to run.
      if look.listing.files.count <= fewFiles,
        let listing = try? await engine.listing(of: description.id, within: limits.overall / 4)
      {
        look.listing = listing
      }
      return look
    }

    /// Processes and sockets alone.
    func survey() async throws -> Survey {
      let output = try await shell.run(Survey.command, mostBytes: limits.logBytes)
      let survey = Survey(output.stdout)
      guard survey.isComplete else { throw SeatError.blind(Self.blindness(output)) }
      return survey
    }

    private static func blindness(_ output: ExecOutput) -> String {
      let why = String(
        decoding: output.stdout.suffix(200) + output.stderr.prefix(200), as: UTF8.self)
      return "no shell in the container could look around: \(why)"
    }

    func exchange(_ exchanges: [Exchange], survey: Survey) async throws -> [ExchangeResult] {
      guard !exchanges.isEmpty else { return [] }
      guard let python = survey.python else {
        throw SeatError.blind("no Python in the container could speak to its sockets")
      }
      let output = try await shell.run(
        SocketRelay.command(python: python, exchanges, limits: limits),
        mostBytes: limits.logBytes)
      guard let results = SocketRelay.results(output.stdout, count: exchanges.count) else {
        let why = String(decoding: output.stderr.suffix(200), as: UTF8.self)
        throw SeatError.blind("the container's Python could not speak to its sockets: \(why)")
      }
      return results
    }

    func log() async throws -> [LiveLog] {
      try await engine.log(description, limits: limits)
    }

    func contents(of paths: [String]) async -> [String: [UInt8]] {
      guard !paths.isEmpty else { return [:] }
      let output =
        description.state.status == "running"
        ? try? await shell.run(
          ["/bin/sh", "-c", archiveScript, "dovetail"] + paths.map { String($0.dropFirst()) },
          mostBytes: mostBytes) : nil
      var contents = TarReader.contents(output?.stdout ?? [], mostBytes: mostBytes)
      // What has no tar, or whose root may not read everything, still has an archive.
      await withTaskGroup(of: (String, [UInt8]?).self) { group in
        for path in paths where contents[path] == nil {
          group.addTask { (path, try? await archived(path)) }
        }
        for await (path, content) in group { contents[path] = content }
      }
      return contents
    }

    private func archived(_ path: String) async throws -> [UInt8]? {
      let entries = try await engine.archive(
        path, in: description.id,
        limits: .init(entries: 1, contentBytes: mostBytes, totalBytes: mostBytes))
      // What the archive has of a link is the link.
      return entries.first { $0.kind == .file }?.content
    }
  }

  private let archiveScript = #"cd / && tar -cf - "$@" 2>/dev/null"#
  private let mostBytes = 32 << 20
  private let longestLook = 96 << 20

  // A shell without `find` lists nothing; the smallest image has more.
  private let fewFiles = 1

  /// Why a seat does not see.
  enum SeatError: Error, CustomStringConvertible {
    case blind(String)

    var description: String {
      switch self {
      case .blind(let why): why
      }
    }
  }
#endif
