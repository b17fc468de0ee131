/// A block of nginx configuration with one of the blocks that it takes directives over from.
struct NginxLevelFact: Fact {
  static let table = Table<NginxLevelFact>(
    "nginx_level",
    "A block of nginx configuration, with itself and each block around it.",
    indexed: ["block_id"],
    columns: [
      .reference("block_id", to: "nginx_directive", "The block.") { $0.blockID },
      .reference(
        "around_id", to: "nginx_directive", "The block itself, or one around it."
      ) { $0.aroundID },
      .integer("distance", "How many blocks lie between; 0 for the block itself.") { $0.distance },
    ]
  )

  var blockID: Int
  var aroundID: Int
  var distance: Int
}
