/// A user of the image.
struct AccountFact: Fact {
  static let table = Table<AccountFact>(
    "account",
    "A line of /etc/passwd.",
    indexed: ["name"],
    columns: [
      .text("name", "The name.") { $0.name },
      .integer("uid", "The number.") { $0.uid },
      .integer("gid", "The number of the primary group.") { $0.gid },
      .text("home", "The home folder.") { $0.home },
      .text("shell", "The login shell.") { $0.shell },
    ]
  )

  var name: String
  var uid: Int?
  var gid: Int?
  var home: String?
  var shell: String?
}
