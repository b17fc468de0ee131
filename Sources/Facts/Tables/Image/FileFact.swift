internal import SourceText

/// A path of the container.
struct FileFact: Fact {
  static let table = Table<FileFact>(
    "file",
    "A path that the stack writes, or that its configuration names.",
    indexed: ["path"],
    columns: [
      .text("path", "The absolute path, links not followed.") { $0.path },
      .text("presence", "present or absent; NULL where that is not known.") { $0.presence },
      .text("kind", "What stands there, links followed: file, folder, device, socket.") { $0.kind },
      .integer("owner_id", "The uid of its owner.") { $0.ownerID },
      .integer("group_id", "The gid of its group.") { $0.groupID },
      .integer("mode", "The permission bits, as a number.") { $0.mode },
      .text(
        "origin",
        "The path in the folder that was checked, for a file that came from there."
      ) { $0.origin },
      .boolean("is_content_known", "Whether the bytes are known.") { $0.isContentKnown },
      .text(
        "program",
        "Whose configuration the content looks like: nginx, uwsgi, supervisord; NULL for none."
      ) { $0.program },
      .boolean("is_read", "Whether a process reads it as its configuration.") { $0.isRead },
      .span("span", "The instruction that put it there.") { $0.span },
      .span(
        "copy_span",
        "The instruction that copied a file of this path from the folder that was checked into "
          + "the image; NULL where only a mount shows it."
      ) { $0.copySpan },
    ]
  )

  var path: String
  var presence: String?
  var kind: String?
  var ownerID: Int?
  var groupID: Int?
  var mode: Int?
  var origin: String?
  var isContentKnown: Bool?
  var program: String?
  var isRead: Bool?
  var span: SourceSpan?
  var copySpan: SourceSpan?
}
