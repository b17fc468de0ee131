/// The users and groups of a machine: `/etc/passwd` and `/etc/group`, as far as they are known.
package struct Accounts: Sendable {
  package var users: [User]
  package var groups: [Group]

  /// False where there may be users or groups that nobody told of.
  package var isComplete: Bool

  /// The names of users and groups that may exist or not.
  package var doubtful: Set<String> = []

  package init(users: [User] = [], groups: [Group] = [], isComplete: Bool) {
    self.users = users
    self.groups = groups
    self.isComplete = isComplete
  }

  /// The user of a name, as far as all are known.
  package func user(named name: String) -> Known<User> {
    Known(users.first { $0.name == name }, isComplete: isComplete && !doubtful.contains(name))
  }

  /// The first user with an id, as far as all are known.
  package func user(id: Int) -> Known<User> {
    let isSettled = doubtful.isEmpty && !users.contains { $0.id == nil }
    return Known(users.first { $0.id == id }, isComplete: isComplete && isSettled)
  }

  /// The group of a name, as far as all are known.
  package func group(named name: String) -> Known<Group> {
    Known(groups.first { $0.name == name }, isComplete: isComplete && !doubtful.contains(name))
  }

  /// The first group with an id, as far as all are known.
  package func group(id: Int) -> Known<Group> {
    let isSettled = doubtful.isEmpty && !groups.contains { $0.id == nil }
    return Known(groups.first { $0.id == id }, isComplete: isComplete && isSettled)
  }
}

/// A line of `/etc/passwd`.
package struct User: Hashable, Sendable {
  package var name: String

  /// The uid; nil where the user is known to exist, but not its number.
  package var id: Int?

  /// The gid of its primary group.
  package var groupID: Int?
  package var home: String?
  package var shell: String?

  package init(
    name: String, id: Int?, groupID: Int?, home: String? = nil, shell: String? = nil
  ) {
    self.name = name
    self.id = id
    self.groupID = groupID
    self.home = home
    self.shell = shell
  }
}

/// A line of `/etc/group`.
package struct Group: Hashable, Sendable {
  package var name: String

  /// The gid; nil where the group is known to exist, but not its number.
  package var id: Int?

  /// The names of the users that have it as a supplementary group.
  package var members: [String]

  package init(name: String, id: Int?, members: [String] = []) {
    self.name = name
    self.id = id
    self.members = members
  }
}

/// Something that was looked up in knowledge that may have gaps.
package enum Known<Value> {
  case present(Value)
  case absent
  case unknown

  init(_ value: Value?, isComplete: Bool) {
    if let value {
      self = .present(value)
    } else {
      self = isComplete ? .absent : .unknown
    }
  }

  package var value: Value? {
    if case .present(let value) = self { value } else { nil }
  }
}

extension Known: Sendable where Value: Sendable {}
