package import Image

/// All that stands in a container's file system: kinds, owners, modes and links, but no contents.
package struct FileListing: Sendable {
  package var files: [ListedFile] = []

  /// The files that are too long to be the text of a configuration or of a script.
  package private(set) var longFiles: Set<String> = []

  /// False where there is more than was listed.
  package var isComplete = false

  package init() {}

  /// The command that lists everything but the kernel's own folders.
  package static let command = ["/bin/sh", "-c", script]

  // `find` and `stat` of GNU and of busybox know these options; busybox quotes the names in %N.
  // A record begins with RS; its fields are split by US. No name is taken apart at a line's end.
  private static let script = #"""
    form=$(printf '\036%%f %%u %%g %%s\037%%n\037%%N')
    QUOTING_STYLE=literal find / \( -path /proc -o -path /sys \) -prune -o \
      -exec stat -c "$form" -- {} + 2>/dev/null
    printf '\036end'
    """#

  /// Reads what the command printed; what it does not understand it leaves out.
  package init(_ output: [UInt8]) {
    var records = output.split(separator: 0x1e)
    isComplete = records.last.map { $0.elementsEqual("end".utf8) } ?? false
    if isComplete { records.removeLast() }
    for record in records { read(record.last == UInt8(ascii: "\n") ? record.dropLast() : record) }
  }

  private mutating func read(_ record: ArraySlice<UInt8>) {
    let parts = record.split(separator: 0x1f, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3 else { return }
    let numbers = parts[0].split(separator: " ")
    guard numbers.count == 4, let mode = Int(numbers[0], radix: 16), let owner = Int(numbers[1]),
      let group = Int(numbers[2])
    else { return }
    let target = { Self.target(in: parts[2], ofLink: parts[1]) }
    add(
      ListedFile(
        path: parts[1], kind: FileKind(mode: mode, target: target), owner: owner, group: group,
        mode: mode & 0o7777),
      size: Int(numbers[3]) ?? 0)
  }

  /// Adds an entry, whose folder must have come before it.
  package mutating func add(_ file: ListedFile, size: Int) {
    files.append(file)
    let mostBytes = file.mode & 0o111 == 0 ? longestText : longestScript
    if file.kind == .file, size > mostBytes { longFiles.insert(file.path) }
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
          path: path, kind: kind, owner: entry.userID, group: entry.groupID, mode: entry.mode),
        size: entry.size)
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

// dpkg's book of a machine with everything is this long; what may be run is mostly no text.
private let longestText = 16 << 20
private let longestScript = 1 << 18
