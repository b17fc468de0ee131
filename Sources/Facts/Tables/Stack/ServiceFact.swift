internal import SourceText

/// Another container of the compose file.
struct ServiceFact: Fact {
  static let table = Table<ServiceFact>(
    "service",
    "Another container of the same compose file; the rest of the facts are of this one alone.",
    indexed: ["name"],
    columns: [
      .text("name", "The name of its service.") { $0.name },
      .boolean(
        "is_reachable", "Whether it is in a network of this container."
      ) { $0.isReachable },
      .boolean(
        "is_known", "Whether all addresses that it listens on are known."
      ) { $0.isKnown },
      .span("span", "Where the compose file names it.") { $0.span },
    ]
  )

  var name: String
  var isReachable: Bool
  var isKnown: Bool
  var span: SourceSpan?
}
