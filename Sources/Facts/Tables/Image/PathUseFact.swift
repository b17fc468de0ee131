internal import SourceText

/// A path that a process of the stack reads, writes or makes.
struct PathUseFact: Fact {
  static let table = Table<PathUseFact>(
    "path_use",
    "A path that configuration names, and what is there when it is used.",
    indexed: ["path", "role", "process_id"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The process that uses the path.") { $0.processID },
      .text(
        "role",
        "What for, such as nginx-pid, nginx-error-log, nginx-root, nginx-root-prefix (a location's prefix below its own root), uwsgi-socket, uwsgi-pidfile, uwsgi-chdir, uwsgi-application, supervisor-log, program-directory."
      ) { $0.role },
      .text(
        "access",
        "How: read, write (made where it is not there), folder (must be one), execute."
      ) { $0.access },
      .text("path", "The absolute path.") { $0.path },
      .text("folder", "The folder that the path is in.") { $0.folder },
      .text("presence", "present or absent; NULL where that is not known.") { $0.presence },
      .text("kind", "What stands there, links followed: file, folder, device, socket.") { $0.kind },
      .text(
        "folder_presence",
        "Whether the folder is there: present or absent; NULL where that is not known."
      ) { $0.folderPresence },
      .integer("user_id", "The uid that uses it.") { $0.userID },
      .boolean(
        "is_allowed",
        "Whether owners and modes on the way let that user do it, as far as the folders are there."
      ) { $0.isAllowed },
      .boolean(
        "is_on_volume",
        "Whether a VOLUME of the image holds it, or is below it: what is mounted there may bring it."
      ) { $0.isOnVolume },
      .span("span", "Where the path is written.") { $0.span },
      .span(
        "made_span",
        "The instruction that made what stands there, or else the nearest folder above it."
      ) { $0.madeSpan },
    ]
  )

  var id: Int
  var processID: Int
  var role: String
  var access: String
  var path: String
  var folder: String
  var presence: String?
  var kind: String?
  var folderPresence: String?
  var userID: Int?
  var isAllowed: Bool?
  var isOnVolume: Bool
  var span: SourceSpan?
  var madeSpan: SourceSpan?
}
