/// All that one command in a container tells: who runs, what lies there, and what the files of `/etc` hold.
///
/// A command costs the engine more than what it does, so one does all that can be done without knowing
/// the configuration.
package struct Look: Sendable {
  /// Nil where nothing in the container could look around.
  package var survey: Survey?
  package var listing = FileListing()

  /// The contents of the files that a boot surely asks for, by their paths.
  package var contents: [String: [UInt8]] = [:]

  /// Why there is no survey.
  package var blindness: String?

  package init() {}

  /// The words of the command, for a container that was started by these words in this folder.
  package static func command(startedBy words: [String], in folder: String) -> [String] {
    ["/bin/sh", "-c", Survey.script + FileListing.script + archiveScript, "dovetail", folder]
      + words.filter { $0.hasPrefix("/") }.map { String($0.dropFirst()) }
  }

  // What most boots ask for: each file that is not here is asked for by a command of its own, and
  // so is every one where there is no tar. A pattern that fits nothing is a file that is not there.
  private static let archiveScript = """
    cd "$1"; shift
    for f in "$PWD"/*.py "$PWD"/*.ini; do set -- "$@" "${f#/}"; done
    for f; do shift; [ -f "/$f" ] && set -- "$@" "$f"; done
    cd / && tar -cf - etc usr/lib/os-release var/lib/dpkg/status lib/apk/db/installed \
      usr/bin/supervisord usr/local/bin/supervisord usr/lib/python3*/os.py \
      usr/local/lib/python3*/os.py run/*.pid run/*/*.pid tmp/*.pid "$@" 2>/dev/null
    """

  /// Reads what the command printed; what is missing or not understood is left out.
  package init(_ output: [UInt8]) {
    guard let (surveyed, rest) = output[...].parted(behind: Survey.end) else { return }
    survey = Survey(surveyed)
    guard let (listed, archive) = rest.parted(behind: FileListing.end) else {
      listing = FileListing(rest)
      return
    }
    listing = FileListing(listed)
    contents = TarReader.contents(archive)
  }
}

extension Observation {
  /// Notes what was seen in a look around.
  package mutating func take(_ look: Look) {
    blindness = look.blindness
    guard let survey = look.survey else { return }
    processes = survey.processes
    sockets = survey.sockets
    accounts = survey.accounts
    python = survey.python
  }
}

extension TarReader {
  /// What the files of an archive hold, by their absolute paths.
  package static func contents(
    _ archive: some Collection<UInt8>, mostBytes: Int = 1 << 20
  ) -> [String: [UInt8]] {
    var reader = TarReader(limits: .init(contentBytes: mostBytes))
    reader.append(archive)
    var contents: [String: [UInt8]] = [:]
    for entry in reader.entries {
      switch entry.kind {
      case .file: contents[entry.absolutePath] = entry.content
      // Another name of a file that came before.
      case .hardLink: contents[entry.absolutePath] = contents["/\(entry.linkTarget)"]
      case .folder, .symbolicLink, .other: continue
      }
    }
    return contents
  }
}

extension TarReader.Entry {
  fileprivate var absolutePath: String { path.hasPrefix("/") ? path : "/\(path)" }
}

extension ArraySlice<UInt8> {
  /// The bytes up to the end of a mark, and those behind it; nil where it does not come.
  fileprivate func parted(behind mark: [UInt8]) -> (ArraySlice, ArraySlice)? {
    var start = startIndex
    while let first = self[start...].firstIndex(of: mark[0]) {
      if self[first...].starts(with: mark) {
        return (self[..<(first + mark.count)], self[(first + mark.count)...])
      }
      start = first + 1
    }
    return nil
  }
}
