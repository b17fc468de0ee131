import Machine

extension Accounts {
  mutating func add(_ user: User) {
    doubtful.remove(user.name)
    users.removeAll { $0.name == user.name }
    users.append(user)
  }

  mutating func add(_ group: Group) {
    groups.removeAll { $0.name == group.name }
    groups.append(group)
  }

  mutating func addMember(_ user: String, toGroup name: String) {
    guard let index = groups.firstIndex(where: { $0.name == name }) else { return }
    if !groups[index].members.contains(user) { groups[index].members.append(user) }
  }

  /// Says that a user or a group of this name may exist.
  mutating func doubt(_ name: String) {
    guard user(named: name).value == nil, group(named: name).value == nil else { return }
    doubtful.insert(name)
  }

  /// Says that users or groups may have been made that nobody told of.
  mutating func doubtAll() {
    isComplete = false
  }

  // MARK: - The numbers that the next ones get

  /// The first free uid from a number on; nil where that cannot be known.
  func firstFreeUserID(from first: Int, through last: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let used = Set(users.compactMap(\.id))
    return (first...last).first { !used.contains($0) }
  }

  /// The first free gid from a number on; nil where that cannot be known.
  func firstFreeGroupID(from first: Int, through last: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let used = Set(groups.compactMap(\.id))
    return (first...last).first { !used.contains($0) }
  }

  func nextSystemUserID() -> Int? {
    firstFreeUserID(from: 100, through: 999)
  }

  func nextSystemGroupID() -> Int? {
    firstFreeGroupID(from: 100, through: 999)
  }

  /// Whether every number in use is known; the few accounts in doubt of base images count little.
  var areNumbersKnown: Bool {
    isComplete && !users.contains { $0.id == nil } && !groups.contains { $0.id == nil }
  }

  /// What is true of accounts that are one of the two, nobody can tell which.
  func merged(with other: Accounts) -> Accounts {
    var result = Accounts(isComplete: isComplete && other.isComplete)
    result.doubtful = doubtful.union(other.doubtful)
    for user in users {
      guard let twin = other.users.first(where: { $0.name == user.name }) else {
        result.doubtful.insert(user.name)
        continue
      }
      var user = user
      if twin.id != user.id { user.id = nil }
      if twin.groupID != user.groupID { user.groupID = nil }
      if twin.home != user.home { user.home = nil }
      if twin.shell != user.shell { user.shell = nil }
      result.users.append(user)
    }
    for group in groups {
      guard let twin = other.groups.first(where: { $0.name == group.name }) else {
        result.doubtful.insert(group.name)
        continue
      }
      var group = group
      if twin.id != group.id { group.id = nil }
      group.members = group.members.filter(twin.members.contains)
      result.groups.append(group)
    }
    let mine = Set(users.map(\.name)).union(groups.map(\.name))
    result.doubtful.formUnion(
      (other.users.map(\.name) + other.groups.map(\.name)).filter { !mine.contains($0) })
    result.doubtful.subtract(result.users.map(\.name))
    return result
  }
}

extension Accounts {
  /// The uid and gid that `USER`'s argument stands for; empty is root.
  func owner(of text: String) -> (user: Int?, group: Int?) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return (0, 0) }
    let account = Int(name).map { user(id: $0).value } ?? user(named: String(name)).value
    let owner = Int(name) ?? account?.id
    guard parts.count == 2 else {
      // A number without an account runs with the group of root.
      return (owner, account?.groupID ?? (Int(name) != nil && isComplete ? 0 : nil))
    }
    return (owner, Int(parts[1]) ?? group(named: String(parts[1])).value?.id)
  }
}
