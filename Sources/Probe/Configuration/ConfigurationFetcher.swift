#if Probe
  import Live

  /// Fetches a container's files until its boot on paper asks for no more.
  struct ConfigurationFetcher: Sendable {
    let engine: EngineClient
    let container: LiveContainer

    /// Boots the container on paper.
    ///
    /// - Throws: `EngineError` where the engine gives no files at all.
    func boot() async throws -> PaperBoot {
      let tree = LiveTree()
      let etc = try await engine.archive("/etc", in: container.id, limits: .init())
      tree.add(.folder, at: "/etc")
      tree.add(etc.map { $0.moved(below: "") }, ofFolder: "/etc")
      var boot = PaperBoot(container, tree: tree)
      for _ in 0..<mostRounds {
        let missing = tree.missing
        guard !missing.paths.isEmpty || !missing.folders.isEmpty else { break }
        await withTaskGroup { group in
          for path in missing.paths.prefix(mostPaths) {
            group.addTask { await fetch(path, into: tree) }
          }
          for folder in missing.folders.prefix(mostFolders) {
            group.addTask { await list(folder, into: tree) }
          }
        }
        boot = PaperBoot(container, tree: tree)
      }
      return boot
    }

    private func fetch(_ path: String, into tree: LiveTree) async {
      do {
        guard let stat = try await engine.stat(path, in: container.id) else {
          tree.add(.absent, at: path)
          return
        }
        tree.add(try await node(path, stat), at: path)
      } catch {
        // What the engine does not tell stays unknown.
      }
    }

    private func node(_ path: String, _ stat: PathStat) async throws -> LiveTree.Node {
      switch stat.kind {
      case .folder: return .folder
      case .link: return .link(stat.linkTarget)
      case .file where stat.size <= mostBytes:
        let entries = try await engine.archive(path, in: container.id, limits: .init(entries: 1))
        return entries.first?.content.map { .file($0) } ?? .opaque
      case .file, .socket, .other, .absent: return .opaque
      }
    }

    private func list(_ folder: String, into tree: LiveTree) async {
      guard
        let entries = try? await engine.archive(
          folder, in: container.id, limits: .init(entries: 20_000, totalBytes: 16 << 20))
      else { return }
      let parent = folder.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      tree.add(entries.map { $0.moved(below: parent) }, ofFolder: folder)
    }
  }

  extension TarReader.Entry {
    /// The entry with an absolute path: an archive's paths begin with the folder's own name.
    func moved(below parent: String) -> TarReader.Entry {
      var entry = self
      entry.path = "\(parent)/\(path.hasSuffix("/") ? String(path.dropLast()) : path)"
      return entry
    }
  }

  private let mostRounds = 8
  private let mostPaths = 200
  private let mostFolders = 20
  private let mostBytes = 1 << 20
#endif
