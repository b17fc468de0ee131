/// A path that was looked at.
package struct LiveFileFact: Fact {
  package static let table = Table<LiveFileFact>(
    "live_file",
    "A path that was looked at in the container.",
    columns: [
      .text("path", "The absolute path, links followed.") { $0.path },
      .text("kind", "absent, file, folder, socket or other.") { $0.kind },
      .integer("owner_id", "The uid of its owner; NULL where nothing is there.") { $0.ownerID },
      .integer("group_id", "The gid of its group; NULL where nothing is there.") { $0.groupID },
      .integer("mode", "The permission bits, as a number; NULL where nothing is there.") {
        $0.mode
      },
    ]
  )

  var path: String
  var kind: String
  var ownerID: Int?
  var groupID: Int?
  var mode: Int?

  package init(path: String, kind: String, ownerID: Int?, groupID: Int?, mode: Int?) {
    self.path = path
    self.kind = kind
    self.ownerID = ownerID
    self.groupID = groupID
    self.mode = mode
  }
}
