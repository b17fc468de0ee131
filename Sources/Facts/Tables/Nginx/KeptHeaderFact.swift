/// A header whose loss counts.
struct KeptHeaderFact: Fact {
  static let table = Table<KeptHeaderFact>(
    "kept_header",
    "A header whose loss in an inner block of nginx counts, as the settings name it; without rows, all count.",
    columns: [
      .text("name", "The header, in lower case.") { $0.name }
    ]
  )

  var name: String
}
