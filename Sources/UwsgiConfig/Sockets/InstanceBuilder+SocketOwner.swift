import Machine
import SourceText

extension InstanceBuilder {
  /// The owner that `chown-socket` gives the sockets of workers and shared ones (`uwsgi_chown`).
  ///
  /// Nil where it is not given, or where there is no such socket in the file system.
  mutating func socketOwner(_ starter: UwsgiIdentity) -> UwsgiIdentity? {
    guard let setting = options.text("chown-socket"), let first = firstLocalSocket else {
      return nil
    }
    guard let text = setting.value else { return UwsgiIdentity() }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    var owner = starter
    guard parts[0].isEmpty && parts.count == 2 || setOwner(user: parts[0], &owner, setting)
    else { return UwsgiIdentity() }
    if parts.count == 2 {
      guard setOwner(group: parts[1], &owner, setting) else { return UwsgiIdentity() }
    }
    if case .abstract = first {
      report(.abstractSocketHasNoOwner, at: setting.span, .refuses)
    } else if mayNot(give: owner, starter) {
      report(.cannotChangeSocketOwner, at: setting.span, .refuses)
    }
    return owner
  }

  /// The first worker's or shared socket that stands in the file system, or would but for its name.
  private var firstLocalSocket: SocketName? {
    options.options.lazy.compactMap { option -> SocketName? in
      guard let kind = SocketOption(option.name), kind.role == .worker || kind.role == .shared
      else { return nil }
      switch name(option, kind) {
      case .unix(let path): return .unix(path)
      case .abstract(let name): return .abstract(name)
      default: return nil
      }
    }.first
  }

  /// Only root gives files away; to groups besides the own one nobody can tell.
  private func mayNot(give owner: UwsgiIdentity, _ starter: UwsgiIdentity) -> Bool {
    guard let user = starter.userID, user != 0 else { return false }
    if let wanted = owner.userID, wanted != user { return true }
    guard let group = starter.groupID, let wanted = owner.groupID else { return false }
    return wanted != group && starter.takesSupplementaryGroups != true
  }

  private mutating func setOwner(
    user text: String, _ owner: inout UwsgiIdentity, _ setting: UwsgiSetting<String>
  ) -> Bool {
    if let number = Int(text), number >= 0 {
      owner.userID = number
      owner.userName = name(ofUser: number)
      return true
    }
    switch accounts.user(named: text) {
    case .present(let account):
      owner.userID = account.id
      owner.userName = account.name
    case .unknown:
      owner.userID = nil
      owner.userName = text
    case .absent:
      report(.unknownSocketUser(text), at: setting.span, .refuses)
      return false
    }
    return true
  }

  /// An empty group, as in `user:`, is group 0.
  private mutating func setOwner(
    group text: String, _ owner: inout UwsgiIdentity, _ setting: UwsgiSetting<String>
  ) -> Bool {
    if let number = text.isEmpty ? 0 : Int(text), number >= 0 {
      owner.groupID = number
      owner.groupName = name(ofGroup: number)
      return true
    }
    switch accounts.group(named: text) {
    case .present(let account):
      owner.groupID = account.id
      owner.groupName = account.name
    case .unknown:
      owner.groupID = nil
      owner.groupName = text
    case .absent:
      report(.unknownSocketGroup(text), at: setting.span, .refuses)
      return false
    }
    return true
  }
}
