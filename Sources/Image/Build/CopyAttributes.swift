import Dockerfile
import Machine

/// The owner and mode that `COPY` gives what it writes.
struct CopyAttributes {
  let owner: Int?
  let group: Int?

  /// `--chmod`; nil where the source's mode stays.
  let mode: ModeChange?

  /// Whether there is a `--chmod` that nobody can tell.
  let isModeUnknown: Bool

  /// Whether files keep the owners that they have in a stage or image: no `--chown` is given.
  var keepsOwners = false

  init(_ operation: CopyOperation, accounts: Accounts) {
    mode = operation.mode.flatMap { $0.isCertain ? ModeChange($0.text) : nil }
    isModeUnknown = operation.mode != nil && mode == nil
    guard let text = operation.owner else {
      // The user of `USER` has no say.
      (owner, group) = (0, 0)
      return
    }
    (owner, group) = text.isCertain ? Self.owner(text.text, accounts) : (nil, nil)
  }

  func apply(to node: inout FileNode) {
    if !keepsOwners {
      node.owner = owner
      node.group = group
    }
    if case .link = node.kind { return }
    if let mode { node.mode = mode.applied(to: node.mode, isFolder: node.kind == .folder) }
    if isModeUnknown { node.mode = nil }
  }

  /// The uid and gid of `user`, `user:group` or numbers.
  private static func owner(_ text: String, _ accounts: Accounts) -> (Int?, Int?) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let user = String(parts.first ?? "")
    let account = accounts.user(named: user).value
    let owner = user.isEmpty ? 0 : Int(user) ?? account?.id
    guard parts.count == 2 else { return (owner, Int(user) ?? account?.groupID) }
    let group = String(parts[1])
    return (owner, group.isEmpty ? 0 : Int(group) ?? accounts.group(named: group).value?.id)
  }
}
