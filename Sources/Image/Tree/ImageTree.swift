/// The files of an image: a tree in which each entry is there, is not, or may be.
///
/// A folder knows whether it is complete: a name that a complete folder does not list is absent, one
/// that an incomplete folder does not list is unknown, unless `knownAbsent` has its path.
package struct ImageTree: Sendable {
  /// One entry: its node, and what a folder holds.
  struct Entry: Sendable {
    var presence: Presence
    var node: FileNode
    var children: [String: Int] = [:]
    var isComplete: Bool

    /// Whether only packages can have put into an incomplete folder what it does not list.
    var isFilledByPackages = false

    /// Patterns of the names that an incomplete folder may hold unlisted; without any, all may be.
    var unlistedNames: [String] = []
  }

  static let root = 0

  /// How many symbolic links a path may go through, as in Linux.
  static let linkLimit = 40

  /// How many names a path may have; a longer one cannot be made.
  static let depthLimit = 200

  private(set) var entries: [Entry]

  /// Paths that are not there although their folder may hold more than is listed.
  var knownAbsent: Set<String> = []

  /// Words that no package puts into the folders that packages fill, but one of that name.
  var stems: [String] = []

  /// An empty tree; `isComplete` says whether nothing else can be in it.
  package init(isComplete: Bool) {
    let root = FileNode(kind: .folder, mode: 0o755, origin: .baseImage)
    entries = [Entry(presence: .present, node: root, isComplete: isComplete)]
  }

  subscript(index: Int) -> Entry {
    get { entries[index] }
    set { entries[index] = newValue }
  }

  /// Adds an entry below a folder, or replaces the one that has its name.
  @discardableResult
  mutating func insert(_ entry: Entry, named name: String, in folder: Int) -> Int {
    if let index = entries[folder].children[name] {
      entries[index] = entry
      return index
    }
    entries.append(entry)
    entries[folder].children[name] = entries.count - 1
    return entries.count - 1
  }

  /// Takes a name out of a folder.
  mutating func erase(_ name: String, in folder: Int) {
    if entries[folder].isComplete {
      entries[folder].children[name] = nil
    } else if let index = entries[folder].children[name] {
      entries[index].presence = .absent
      entries[index].children = [:]
    } else {
      let gone = FileNode(kind: .file, mode: nil, origin: .instruction)
      insert(Entry(presence: .absent, node: gone, isComplete: true), named: name, in: folder)
    }
  }

  /// Visits an entry and all below it, links not followed; a folder comes before what it holds.
  func indices(below index: Int) -> [Int] {
    var found: [Int] = []
    var pending = [index]
    while let next = pending.popLast() {
      found.append(next)
      pending.append(contentsOf: entries[next].children.values)
    }
    return found
  }
}
