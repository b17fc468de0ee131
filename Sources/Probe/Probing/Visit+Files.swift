#if Probe
  import Live

  extension Visit {
    /// Asks nginx for files that lie in the container, and for ways out of their folders.
    func askForFiles() async {
      guard let seat, let origin, notebook.seen.requests.root?.failure == nil else { return }
      for location in notebook.promises.statics.map(\.value).prefix(mostLocations) {
        do {
          await ask(origin, location, try await seat.files(below: location.folder, limits: few))
          await askWaysOut(origin, location, seat)
        } catch EngineError.refused(status: 404, _) {
          note { $0.requests.missingFolders.append(location.folder) }
        } catch {
          // Nobody can tell whether the folder is there.
        }
      }
    }

    private func ask(
      _ origin: String, _ location: Promises.StaticLocation, _ files: [TarReader.Entry]
    ) async {
      let chosen = files.filter { file in
        file.kind == .file && file.path.isPlainPath && file.content.map { !$0.isEmpty } ?? false
      }
      for file in chosen.prefix(filesEach) {
        guard let content = file.content else { continue }
        let rest = file.path.dropFirst(location.folder.count).drop { $0 == "/" }
        let prefix = location.prefix.hasSuffix("/") ? location.prefix : location.prefix + "/"
        let http = await requester.send(.init("\(origin)\(prefix)\(rest)"))
        note {
          $0.requests.statics.append(
            StaticRequest(http: http, path: file.path, expected: content))
        }
      }
    }

    /// `/static../x` leaves the folder where `location /static` has `alias /app/static/`.
    private func askWaysOut(
      _ origin: String, _ location: Promises.StaticLocation, _ seat: any Seat
    ) async {
      let folder =
        location.folder.hasSuffix("/") ? location.folder.dropLast() : location.folder[...]
      let parent = folder.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      guard !parent.isEmpty, let files = try? await seat.files(below: parent, limits: few)
      else { return }
      let outside = files.first { file in
        file.kind == .file && !file.path.hasPrefix(folder + "/") && file.path.isPlainPath
          && file.content.map { !$0.isEmpty } ?? false
      }
      guard let outside, let content = outside.content else { return }
      let prefix =
        location.prefix.hasSuffix("/") ? location.prefix.dropLast() : location.prefix[...]
      let rest = outside.path.dropFirst(parent.count).drop { $0 == "/" }
      var http = await requester.send(.init("\(origin)\(prefix)../\(rest)"))
      // Another page that happens to be there is no way out: only the file's own bytes are.
      if let answer = http.answer, answer.status == 200, answer.body != content {
        http.outcome = .answered(HTTPAnswer(status: 404))
      }
      note { $0.requests.traversal.append(http) }
    }
  }

  extension String {
    /// Whether the path can stand in a URL as it is.
    var isPlainPath: Bool {
      utf8.allSatisfy { byte in
        let character = Character(UnicodeScalar(byte))
        return character.isLetter || character.isNumber || "/._-".contains(character)
      }
    }
  }

  /// One file is enough to ask for: a folder may hold a whole site.
  private let few = TarReader.Limits(entries: 500, contentBytes: 1 << 18, totalBytes: 8 << 20)
  private let mostLocations = 4
  private let filesEach = 2
#endif
