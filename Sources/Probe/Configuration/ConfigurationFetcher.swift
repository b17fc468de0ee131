#if Probe
  import Image
  import Live

  /// Fetches a container's files until its boot on paper asks for no more.
  struct ConfigurationFetcher: Sendable {
    let seat: any Seat
    let container: LiveContainer

    /// Boots the container on paper.
    ///
    /// - Throws: what the seat throws where it tells of no files at all.
    func boot() async throws -> PaperBoot {
      let contents = FetchedContents()
      async let configuration = seat.files(below: "/etc", limits: .init())
      let listing = try await seat.listing()
      // Most of what is read lies there: one archive spares many.
      for entry in (try? await configuration) ?? [] where entry.kind == .file {
        contents.add(entry.content, at: entry.path)
      }
      var image = Image.listed(
        listing.files, isComplete: listing.isComplete, contents: contents)
      image.readSystemFiles()
      await fetch(contents.missing, listing, into: contents)
      image.readSystemFiles()
      var boot = PaperBoot(container, image: image)
      for _ in 0..<mostRounds where !contents.missing.isEmpty {
        await fetch(contents.missing, listing, into: contents)
        boot = PaperBoot(container, image: image)
      }
      return boot
    }

    private func fetch(
      _ paths: [String], _ listing: FileListing, into contents: FetchedContents
    ) async {
      await withTaskGroup { group in
        for path in paths.prefix(mostPaths) {
          group.addTask {
            let isLong = listing.longFiles.contains(path)
            contents.add(isLong ? nil : try? await seat.content(of: path), at: path)
          }
        }
      }
    }
  }

  private let mostRounds = 8
  private let mostPaths = 200
#endif
