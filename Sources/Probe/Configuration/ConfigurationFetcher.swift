#if Probe
  import Image
  import Live

  /// Fetches a container's files until its boot on paper asks for no more.
  struct ConfigurationFetcher: Sendable {
    let seat: any Seat
    let container: LiveContainer

    /// Boots the container on paper.
    func boot(_ files: inout LiveFileSystem) async -> PaperBoot {
      if !files.contents.missing.isEmpty {
        await fetch(files.contents.missing, into: files.contents)
        files.readSystemFiles()
      }
      var boot = PaperBoot(container, image: files.image)
      for _ in 0..<mostRounds where !files.contents.missing.isEmpty {
        await fetch(files.contents.missing, into: files.contents)
        boot = PaperBoot(container, image: files.image)
      }
      return boot
    }

    /// Fetches files; what cannot be had is noted as such.
    func fetch(_ paths: [String], into contents: FetchedContents) async {
      guard !paths.isEmpty else { return }
      let wanted = Array(paths.prefix(mostPaths))
      let found = await seat.contents(of: wanted)
      for path in wanted { contents.add(found[path], at: path) }
    }
  }

  private let mostRounds = 8
  private let mostPaths = 200
#endif
