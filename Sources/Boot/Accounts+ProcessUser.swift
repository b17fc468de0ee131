internal import Machine

extension Accounts {
  /// The user that a name or number stands for, with the group after a colon if there is one.
  func processUser(named text: String) -> ProcessUser {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return .unknown }
    var user = processUser(name)
    if parts.count == 2 {
      user.groupID = Int(parts[1]) ?? group(named: parts[1]).value?.id
    }
    return user
  }

  private func processUser(_ name: String) -> ProcessUser {
    if let id = Int(name) {
      let known = user(id: id).value
      return ProcessUser(name: known?.name, id: id, groupID: known?.groupID ?? 0)
    }
    let known = user(named: name).value
    return ProcessUser(name: name, id: known?.id, groupID: known?.groupID)
  }
}
