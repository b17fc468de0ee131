import FoundationEssentials
import Image

/// What really is in a container: its files, users and groups.
struct ContainerListing {
  struct Entry {
    let kind: FileKind
    let mode: Int
    let owner: Int
    let group: Int
  }

  /// The files by their absolute paths; the root is `/`.
  private(set) var entries: [String: Entry] = [:]

  /// The ids of users and groups by their names.
  private(set) var users: [String: (id: Int, group: Int)] = [:]
  private(set) var groups: [String: Int] = [:]

  /// Reads lines of fields with tabs between them; the first field says what a line tells of.
  init(_ data: Data) throws {
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      switch fields.first {
      case "user" where fields.count >= 4:
        users[fields[1]] = (Int(fields[2]) ?? -1, Int(fields[3]) ?? -1)
      case "group" where fields.count >= 3:
        groups[fields[1]] = Int(fields[2]) ?? -1
      case let kind? where fields.count >= 6:
        let kinds: [String: FileKind] = ["file": .file, "folder": .folder, "device": .device]
        entries[fields[4]] = Entry(
          kind: kinds[kind] ?? .link(target: fields[5]), mode: Int(fields[1], radix: 8) ?? 0,
          owner: Int(fields[2]) ?? 0, group: Int(fields[3]) ?? 0)
      default: break
      }
    }
  }
}
