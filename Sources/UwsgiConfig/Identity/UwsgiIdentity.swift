/// A user and a group that a process has; nil is not known.
package struct UwsgiIdentity: Hashable, Sendable {
  package var userID: Int?
  package var userName: String?
  package var groupID: Int?
  package var groupName: String?

  /// Whether the user's supplementary groups are taken on (`initgroups`); else those of the start stay.
  package var takesSupplementaryGroups = false

  package init(
    userID: Int? = nil, userName: String? = nil, groupID: Int? = nil, groupName: String? = nil
  ) {
    self.userID = userID
    self.userName = userName
    self.groupID = groupID
    self.groupName = groupName
  }
}
