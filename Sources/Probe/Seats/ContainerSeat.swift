#if Probe
  import Live

  /// Looks at a container through its engine.
  ///
  /// What needs the container's own view of sockets and processes is a command run in it that only
  /// reads: the engine has no other way to show them. Files come from the archive.
  struct ContainerSeat: Seat {
    let engine: EngineClient
    let description: ContainerDescription
    let limits: Limits

    func survey(paths: [String]) async throws -> Survey {
      let output = try await engine.run(
        Survey.command(paths: paths), in: description.id, mostBytes: limits.logBytes)
      let survey = Survey(output.stdout)
      guard survey.isComplete else {
        let why = String(
          decoding: output.stdout.suffix(200) + output.stderr.prefix(200), as: UTF8.self)
        throw SeatError.blind("no shell in the container could look around: \(why)")
      }
      return survey
    }

    func exchange(_ exchanges: [Exchange], survey: Survey) async throws -> [ExchangeResult] {
      guard !exchanges.isEmpty else { return [] }
      guard let python = survey.python else {
        throw SeatError.blind("no Python in the container could speak to its sockets")
      }
      let output = try await engine.run(
        SocketRelay.command(python: python, exchanges, limits: limits), in: description.id,
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

    func listing() async throws -> FileListing {
      // What has ended runs no command, and a bare image has none to run.
      if let output = try? await engine.run(
        FileListing.command, in: description.id, mostBytes: longestListing)
      {
        let listing = FileListing(output.stdout)
        if listing.files.count > fewFiles { return listing }
      }
      return try await engine.listing(of: description.id, within: limits.overall / 4)
    }

    func content(of path: String) async throws -> [UInt8]? {
      let entries = try await engine.archive(
        path, in: description.id,
        limits: .init(entries: 1, contentBytes: mostBytes, totalBytes: 2 * mostBytes))
      return entries.first?.content
    }

    func files(
      below folder: String, limits: TarReader.Limits
    ) async throws -> [TarReader.Entry] {
      let entries = try await engine.archive(folder, in: description.id, limits: limits)
      let parent = folder.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      return entries.map { $0.moved(below: parent) }
    }
  }

  private let mostBytes = 16 << 20
  private let longestListing = 64 << 20

  // A shell without `find` lists nothing; the smallest image has more.
  private let fewFiles = 1

  extension TarReader.Entry {
    /// The entry with an absolute path: an archive's paths begin with the folder's own name.
    func moved(below parent: String) -> TarReader.Entry {
      var entry = self
      entry.path = "\(parent)/\(path.hasSuffix("/") ? String(path.dropLast()) : path)"
      return entry
    }
  }

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
