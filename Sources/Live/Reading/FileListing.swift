package import Image

/// All that stands in a container's file system: kinds, owners, modes and links, but no contents.
package struct FileListing: Sendable {
  package private(set) var files: [ListedFile] = []

  /// The files that cannot be the text of a configuration or of a script, by length or by name.
  package private(set) var nonTexts: Set<String> = []

  /// The folders of which nobody knows what they hold.
  package private(set) var openFolders: Set<String> = []

  /// False where there is more than was listed.
  package var isComplete = false

  /// How many files are listed at most: a volume may hold millions.
  package static let mostFiles = 200_000

  package init() {}

  // Folders that hold half of a distribution's files, and nothing that a stack starts or serves; and such by name.
  private static let untoldFolders = [
    "/usr/share/bash-completion", "/usr/share/common-licenses", "/usr/share/doc",
    "/usr/share/lintian", "/usr/share/locale", "/usr/share/man", "/usr/share/perl5",
    "/usr/share/zoneinfo", "/var/cache/apt", "/var/lib/dpkg/info",
  ]
  private static let untoldNames = ["__pycache__", "gconv", "perl-base"]

  // It lists everything but the kernel's own folders and what is in the untold ones. GNU's `find` tells all by itself; that of busybox
  // needs `stat`, which quotes the names in %N. A record begins with RS; its fields are split by US.
  // No name is taken apart at a line's end.
  static let script = #"""
    f() { find / \( -path /proc -o -path /sys \) -prune -o \
      \( \( \#(untold) \) -prune -o -name '*' \) "$@"; }
    if find / -maxdepth 0 -printf '' 2>/dev/null; then
      f -printf '\036%y %m %U %G %s\037%p\037%l\n'
    else
      QUOTING_STYLE=literal f -exec stat -c "$(printf '\036%%f %%u %%g %%s\037%%n\037%%N')" -- {} +
    fi 2>/dev/null | head -n \#(mostFiles)
    printf '\036end\036'

    """#

  private static let untold =
    (untoldFolders.map { "-path \($0)" } + untoldNames.map { "-name \($0)" })
    .joined(separator: " -o ")

  /// What the script's output ends with.
  static let end: [UInt8] = Array("\u{1e}end\u{1e}".utf8)

  /// Reads what the script printed; what it does not understand it leaves out.
  package init(_ output: some Collection<UInt8>) {
    var records = output.split(separator: 0x1e)
    let hasEnd = records.last.map { $0.elementsEqual("end".utf8) } ?? false
    if hasEnd { records.removeLast() }
    files.reserveCapacity(records.count)
    for record in records { read(Array(record)) }
    isComplete = hasEnd && files.count < Self.mostFiles
  }

  private mutating func read(_ record: [UInt8]) {
    let line = record.last == UInt8(ascii: "\n") ? record.dropLast() : record[...]
    let parts = line.split(separator: 0x1f, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    let words = parts[0].split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let texts = parts.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    let isOfFind = words.count == 5
    guard isOfFind || words.count == 4,
      let mode = isOfFind
        ? Self.mode(letter: words[0], bits: words[1]) : Int(words[0], radix: 16),
      let size = Int(words[words.count - 1]),
      let group = Int(words[words.count - 2]), let owner = Int(words[words.count - 3])
    else { return }
    let kind = FileKind(mode: mode) {
      isOfFind ? texts[1] : Self.target(in: texts[1], ofLink: texts[0])
    }
    add(
      ListedFile(
        path: texts[0], kind: kind, owner: owner, group: group, mode: mode & 0o7777, size: size))
  }

  /// What `st_mode` would be, of the letter and the octal digits that `find` prints.
  private static func mode(letter: String, bits: String) -> Int? {
    guard let bits = Int(bits, radix: 8) else { return nil }
    let kinds = ["f": 0o100000, "d": 0o040000, "l": 0o120000, "s": 0o140000]
    return kinds[letter, default: 0] | bits
  }

  /// Adds an entry, whose folder must have come before it.
  package mutating func add(_ file: ListedFile) {
    files.append(file)
    if file.kind == .folder, Self.isUntold(file.path) { openFolders.insert(file.path) }
    guard file.kind == .file else { return }
    let mostBytes = file.mode & 0o111 == 0 ? longestText : longestScript
    if file.size > mostBytes || file.path.hasSuffix(".so") { nonTexts.insert(file.path) }
  }

  private static func isUntold(_ folder: String) -> Bool {
    untoldFolders.contains(folder) || untoldNames.contains { folder.hasSuffix("/\($0)") }
  }

  /// `name -> target`, or `'name' -> 'target'`.
  private static func target(in text: String, ofLink name: String) -> String {
    if text.hasPrefix("'\(name)' -> '") {
      return String(text.dropFirst(name.count + 7).dropLast())
    }
    return text.hasPrefix("\(name) -> ") ? String(text.dropFirst(name.count + 4)) : ""
  }
}

extension FileListing {
  /// The listing of an archive of a whole file system.
  package init(archive entries: [TarReader.Entry], isComplete: Bool) {
    for folder in foldersOfTheKernel {
      add(ListedFile(path: folder, kind: .folder, owner: 0, group: 0, mode: 0o755))
    }
    for entry in entries {
      let path = "/" + entry.path.split(separator: "/").joined(separator: "/")
      let kind: FileKind =
        switch entry.kind {
        case .file, .hardLink: .file
        case .folder: .folder
        case .symbolicLink: .link(target: entry.linkTarget)
        case .other: .device
        }
      add(
        ListedFile(
          path: path, kind: kind, owner: entry.userID, group: entry.groupID, mode: entry.mode,
          size: entry.size))
    }
    self.isComplete = isComplete
  }
}

extension FileKind {
  /// The kind that `st_mode` holds.
  package init(mode: Int, target: () -> String) {
    self =
      switch mode & 0o170000 {
      case 0o100000: .file
      case 0o040000: .folder
      case 0o140000: .socket
      case 0o120000: .link(target: target())
      default: .device
      }
  }
}

// Where an engine mounts what is not in an archive, and makes the folders: Podman's have none.
private let foldersOfTheKernel = ["/dev", "/proc", "/sys"]

// dpkg's book of a machine with everything is this long; what may be run is mostly no text.
private let longestText = 16 << 20
private let longestScript = 1 << 18
