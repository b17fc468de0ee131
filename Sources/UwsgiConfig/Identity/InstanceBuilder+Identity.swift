import Machine
import SourceText

extension InstanceBuilder {
  func starter() -> UwsgiIdentity {
    var identity = startIdentity
    identity.userName = identity.userID.flatMap { name(ofUser: $0) }
    identity.groupName = identity.groupID.flatMap { name(ofGroup: $0) }
    return identity
  }

  /// Becomes the user and group that the options ask for (`uwsgi_as_root`); nil where it cannot.
  mutating func workers(from starter: UwsgiIdentity) -> UwsgiIdentity? {
    var identity = starter
    guard let startID = starter.userID else {
      return unknownStarter(starter)
    }
    if startID != 0 {
      return nonRoot(starter)
    }
    var isPossible = true
    if let group = options.text("gid") {
      isPossible = become(group: group, &identity)
    }
    if let user = options.text("uid"), isPossible {
      isPossible = become(user: user, &identity)
      identity.takesSupplementaryGroups =
        options.last("gid") != nil && options.flag("no-initgroups") == false
    }
    guard isPossible else { return nil }
    if !isComplete, options.last("uid") == nil { return UwsgiIdentity() }
    if identity.userID == 0 {
      let span = options.last("gid")?.option.valueSpan ?? commandSpan
      report(.runsAsRoot, at: span, .warns)
    }
    return identity
  }

  private mutating func become(
    group: UwsgiSetting<String>, _ identity: inout UwsgiIdentity
  ) -> Bool {
    identity.groupID = nil
    identity.groupName = nil
    guard let text = group.value else { return true }
    if let number = number(text) {
      identity.groupID = number
      identity.groupName = name(ofGroup: number)
      return true
    }
    switch accounts.group(named: text) {
    case .present(let account):
      identity.groupID = account.id
      identity.groupName = account.name
    case .unknown where !text.isEmpty && Int(text) == nil:
      identity.groupName = text
    case .unknown, .absent:
      report(.unknownGroup(text), at: group.span, .refuses)
      return false
    }
    return true
  }

  private mutating func become(
    user: UwsgiSetting<String>, _ identity: inout UwsgiIdentity
  ) -> Bool {
    identity.userID = nil
    identity.userName = nil
    guard let text = user.value else { return true }
    if let number = number(text) {
      identity.userID = number
      identity.userName = name(ofUser: number)
      return true
    }
    switch accounts.user(named: text) {
    case .present(let account):
      identity.userID = account.id
      identity.userName = account.name
    case .unknown where !text.isEmpty && Int(text) == nil:
      identity.userName = text
    case .unknown, .absent:
      report(.unknownUser(text), at: user.span, .refuses)
      return false
    }
    return true
  }

  /// As another user than root, a foreign number is refused; a name is passed over in silence.
  ///
  /// A master that may stay root does not even try.
  private mutating func nonRoot(_ starter: UwsgiIdentity) -> UwsgiIdentity? {
    let mayStay = options.flag("master-as-root") != false && masterState.value != false
    guard !mayStay else { return starter }
    if let group = options.text("gid"), let number = group.value.flatMap({ number($0) }),
      let own = starter.groupID, own != number
    {
      report(.cannotChangeGroup, at: group.span, .refuses)
      return nil
    }
    if let user = options.text("uid"), let number = user.value.flatMap({ number($0) }),
      starter.userID != number
    {
      report(.cannotChangeUser, at: user.span, .refuses)
      return nil
    }
    return starter
  }

  private func unknownStarter(_ starter: UwsgiIdentity) -> UwsgiIdentity {
    options.last("uid") == nil && options.last("gid") == nil ? starter : UwsgiIdentity()
  }

  /// A number above 0; everything else is looked up as a name.
  private func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      number > 0
    else { return nil }
    return number
  }

  func name(ofUser id: Int) -> String? {
    accounts.user(id: id).value?.name ?? (id == 0 ? "root" : nil)
  }

  func name(ofGroup id: Int) -> String? {
    accounts.group(id: id).value?.name ?? (id == 0 ? "root" : nil)
  }
}
