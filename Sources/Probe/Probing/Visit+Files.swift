#if Probe
  import Image
  import Live

  extension Visit {
    /// Asks nginx for files that lie in the container, and for ways out of their folders.
    func askForFiles() async {
      guard let seat, let files, let origin, notebook.seen.requests.root?.failure == nil
      else { return }
      let locations = notebook.promises.statics.map(\.value).prefix(mostLocations)
      let chosen = locations.map { StaticChoice($0, files) }
      let contents = await seat.contents(of: chosen.flatMap(\.paths))
      for choice in chosen {
        if choice.isFolderMissing {
          note { $0.requests.missingFolders.append(choice.location.folder) }
        }
        for file in choice.inside {
          guard let content = contents[file] else { continue }
          let http = await requester.send(.init(origin + choice.path(to: file)))
          let request = StaticRequest(http: http, path: file, expected: content)
          note { $0.requests.statics.append(request) }
        }
        if let file = choice.outside, let content = contents[file] {
          await askWayOut(origin + choice.pathOut(to: file), content)
        }
      }
    }

    private func askWayOut(_ url: String, _ content: [UInt8]) async {
      var http = await requester.send(.init(url))
      // Another page that happens to be there is no way out: only the file's own bytes are.
      if let answer = http.answer, answer.status == 200, answer.body != content {
        http.outcome = .answered(HTTPAnswer(status: 404))
      }
      note { $0.requests.traversal.append(http) }
    }
  }

  /// The files that nginx is asked for at one location: one or two of its folder, and one beside it.
  private struct StaticChoice {
    let location: Promises.StaticLocation
    let inside: [String]

    /// A file that lies beside the folder, which nobody is meant to get.
    let outside: String?
    let isFolderMissing: Bool

    init(_ location: Promises.StaticLocation, _ files: LiveFileSystem) {
      self.location = location
      let below = files.files(below: location.folder)
      isFolderMissing = below == nil
      inside = (below ?? []).filter(\.canBeAskedFor).prefix(filesEach).map(\.path)
      let folder = Self.withoutSlash(location.folder)
      let parent = Self.parent(of: folder)
      let around = parent.isEmpty ? [] : files.files(below: parent) ?? []
      outside = around.first { $0.canBeAskedFor && !$0.path.hasPrefix(folder + "/") }?.path
    }

    var paths: [String] { inside + [outside].compactMap { $0 } }

    /// The path of the URL that a file of the folder has.
    func path(to file: String) -> String {
      let rest = file.dropFirst(location.folder.count).drop { $0 == "/" }
      return Self.withoutSlash(location.prefix) + "/\(rest)"
    }

    /// `/static../x` leaves the folder where `location /static` has `alias /app/static/`.
    func pathOut(to file: String) -> String {
      let parent = Self.parent(of: Self.withoutSlash(location.folder))
      return Self.withoutSlash(location.prefix) + "../\(file.dropFirst(parent.count + 1))"
    }

    private static func withoutSlash(_ path: String) -> String {
      path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func parent(of folder: String) -> String {
      folder.split(separator: "/").dropLast().map { "/\($0)" }.joined()
    }
  }

  extension ListedFile {
    /// Whether the path can stand in a URL as it is, and the content is soon compared.
    fileprivate var canBeAskedFor: Bool {
      let isPlain = path.utf8.allSatisfy { byte in
        let character = Character(UnicodeScalar(byte))
        return character.isLetter || character.isNumber || "/._-".contains(character)
      }
      return isPlain && size > 0 && size <= longestStaticFile
    }
  }

  private let mostLocations = 4
  private let filesEach = 2
  private let longestStaticFile = 1 << 18
#endif
