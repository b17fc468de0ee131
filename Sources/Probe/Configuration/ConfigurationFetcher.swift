#if Probe
  import Live

  /// Fetches a stack's files until its boot on paper asks for no more.
  struct ConfigurationFetcher: Sendable {
    let seat: any Seat
    let container: LiveContainer

    /// Boots the container on paper.
    ///
    /// - Throws: what the seat throws where it gives no files at all.
    func boot() async throws -> PaperBoot {
      let tree = LiveTree()
      tree.add(.folder, at: "/etc")
      tree.add(try await seat.files(below: "/etc", limits: .init()), ofFolder: "/etc")
      var boot = PaperBoot(container, tree: tree)
      for _ in 0..<mostRounds {
        let missing = tree.missing
        guard !missing.paths.isEmpty || !missing.folders.isEmpty else { break }
        await withTaskGroup { group in
          for path in missing.paths.prefix(mostPaths) {
            group.addTask { await fetch(path, into: tree) }
          }
          let folders = Array(missing.folders.prefix(mostFolders))
          if !folders.isEmpty { group.addTask { await list(folders, into: tree) } }
        }
        boot = PaperBoot(container, tree: tree)
      }
      return boot
    }

    /// What the seat does not tell stays unknown.
    private func fetch(_ path: String, into tree: LiveTree) async {
      guard let node = try? await seat.node(at: path) else { return }
      tree.add(node, at: path)
    }

    private func list(_ folders: [String], into tree: LiveTree) async {
      guard let names = try? await seat.names(in: folders) else { return }
      for (folder, names) in names { tree.list(folder, names: names) }
    }
  }

  private let mostRounds = 8
  private let mostPaths = 200
  private let mostFolders = 20
#endif
