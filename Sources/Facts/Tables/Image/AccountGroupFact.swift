/// A group of the image.
struct AccountGroupFact: Fact {
  static let table = Table<AccountGroupFact>(
    "account_group",
    "A line of /etc/group.",
    indexed: ["name"],
    columns: [
      .text("name", "The name.") { $0.name },
      .integer("gid", "The number.") { $0.gid },
      .text(
        "members",
        "The users that have it besides their own, with blanks between."
      ) { $0.members },
    ]
  )

  var name: String
  var gid: Int?
  var members: String
}
