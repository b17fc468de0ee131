import Image
import Machine

/// Looks for what a model says with certainty and a container denies.
struct ImageComparison {
  let image: Image
  let container: ContainerListing
  private(set) var differences: [String] = []
  private var presentCount = 0
  private var absentCount = 0
  private var unknownCount = 0

  init(image: Image, container: ContainerListing) {
    self.image = image
    self.container = container
  }

  mutating func run() {
    for (path, node) in image.tree.presentNodes(where: { _, _ in true }) {
      comparePresent(node, at: path)
    }
    for path in container.entries.keys.sorted() where !Self.isMadeByEngine(path) {
      switch image.tree.node(at: path, followingLast: false) {
      case .present: presentCount += 1
      case .unknown: unknownCount += 1
      case .absent:
        absentCount += 1
        differences.append("false absent: \(path)")
      }
    }
    compareAccounts()
  }

  var summary: String {
    let total = presentCount + unknownCount + absentCount
    return "\(differences.count) differences; of \(total) paths \(presentCount) are known"
  }

  private mutating func comparePresent(_ node: FileNode, at path: String) {
    if Self.isMadeByEngine(path) { return }
    guard let real = container.entries[path] else {
      differences.append("false present: \(path) (\(node.origin))")
      return
    }
    if node.kind != real.kind {
      differences.append("kind of \(path): \(node.kind), really \(real.kind)")
      return
    }
    if case .link = real.kind { return }
    if let mode = node.mode, mode != real.mode {
      let (ours, theirs) = (String(mode, radix: 8), String(real.mode, radix: 8))
      differences.append("mode of \(path): \(ours), really \(theirs) (\(node.origin))")
    }
    if let owner = node.owner, owner != real.owner {
      differences.append("owner of \(path): \(owner), really \(real.owner) (\(node.origin))")
    }
    if let group = node.group, group != real.group {
      differences.append("group of \(path): \(group), really \(real.group) (\(node.origin))")
    }
  }

  private mutating func compareAccounts() {
    for user in image.accounts.users {
      guard let real = container.users[user.name] else {
        differences.append("false user: \(user.name)")
        continue
      }
      if let id = user.id, id != real.id {
        differences.append("uid of \(user.name): \(id), really \(real.id)")
      }
      if let id = user.groupID, id != real.group {
        differences.append("gid of user \(user.name): \(id), really \(real.group)")
      }
    }
    for group in image.accounts.groups {
      guard let real = container.groups[group.name] else {
        differences.append("false group: \(group.name)")
        continue
      }
      if let id = group.id, id != real {
        differences.append("gid of \(group.name): \(id), really \(real)")
      }
    }
    for name in container.users.keys.sorted() {
      guard case .absent = image.accounts.user(named: name) else { continue }
      differences.append("missing user: \(name)")
    }
    for name in container.groups.keys.sorted() {
      guard case .absent = image.accounts.group(named: name) else { continue }
      differences.append("missing group: \(name)")
    }
  }

  /// Whether the engine puts something there when it makes a container, whatever the image has.
  private static func isMadeByEngine(_ path: String) -> Bool {
    let files: Set = [
      "/", "/.dockerenv", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab",
    ]
    return files.contains(path)
      || ["/dev", "/proc", "/sys"].contains { path == $0 || path.hasPrefix("\($0)/") }
  }
}
