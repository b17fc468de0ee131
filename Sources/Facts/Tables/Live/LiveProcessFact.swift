/// A process that was seen.
package struct LiveProcessFact: Fact {
  package static let table = Table<LiveProcessFact>(
    "live_process",
    "A process that was seen in the container.",
    columns: [
      .integer("pid", "Its number in the container.") { $0.pid },
      .integer("parent_pid", "The number of the process that started it.") { $0.parentPID },
      .text("role", "What it is: supervisord, nginx master, nginx worker, uWSGI, other.") {
        $0.role
      },
      .integer("user_id", "Its effective uid.") { $0.userID },
      .integer("group_id", "Its effective gid.") { $0.groupID },
      .text("user", "The name of that user; NULL where the container does not name it.") {
        $0.user
      },
      .boolean("is_zombie", "Whether it has ended and nobody has asked how.") { $0.isZombie },
      .text("command", "Its words, with blanks between, without secrets.") { $0.command },
    ]
  )

  var pid: Int
  var parentPID: Int
  var role: String
  var userID: Int
  var groupID: Int
  var user: String?
  var isZombie: Bool
  var command: String

  package init(
    pid: Int, parentPID: Int, role: String, userID: Int, groupID: Int, user: String?,
    isZombie: Bool, command: String
  ) {
    self.pid = pid
    self.parentPID = parentPID
    self.role = role
    self.userID = userID
    self.groupID = groupID
    self.user = user
    self.isZombie = isZombie
    self.command = command
  }
}
