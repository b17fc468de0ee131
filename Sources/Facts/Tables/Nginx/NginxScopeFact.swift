/// A block that surrounds a block.
struct NginxScopeFact: Fact {
  static let table = Table<NginxScopeFact>(
    "nginx_scope",
    "A block and one that surrounds it: what a directive may inherit stands there.",
    indexed: ["block_id"],
    columns: [
      .reference(
        "block_id",
        to: "nginx_directive",
        "The block that a directive stands in, its parent_id; NULL for the main context."
      ) { $0.blockID },
      .reference(
        "outer_id",
        to: "nginx_directive",
        "The block itself or one around it; NULL for the main context."
      ) { $0.outerID },
      .integer("level", "How many blocks further out it is; 0 for the block itself.") { $0.level },
    ]
  )

  var blockID: Int?
  var outerID: Int?
  var level: Int
}
