/// A known hole of an nginx, and one way in which a configuration opens it.
struct NginxAdvisoryFact: Fact {
  static let table = Table<NginxAdvisoryFact>(
    "nginx_advisory",
    "A known hole of the nginx that runs, and one of the ways in which a configuration opens it.",
    indexed: ["process_id, name"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The nginx that has it.") { $0.processID },
      .text("name", "Its number, such as CVE-2024-7347.") { $0.name },
      .text("hole", "What it is, in a few words.") { $0.hole },
      .integer("gravity", "What its makers say of it: 3 major, 2 medium, 1 low.") { $0.gravity },
      .boolean(
        "is_mended_in_series",
        "Whether a later release of the same series, as 1.28.3 for 1.28.1, has it no more."
      ) { $0.isMendedInSeries },
      .boolean("is_always_open", "Whether every configuration opens it.") { $0.isAlwaysOpen },
      .text("directive", "The directive that opens it; NULL where none tells.") { $0.directive },
      .text("parameters", "A pattern of its parameters, for GLOB.") { $0.parameters },
      .text("companion", "A directive that must be in force beside it; NULL for none.") {
        $0.companion
      },
      .text("companion_parameters", "A pattern of that one's parameters.") {
        $0.companionParameters
      },
      .text("remedy", "A directive beside it that closes the hole; NULL for none.") { $0.remedy },
      .text("remedy_parameters", "A pattern of that one's parameters.") { $0.remedyParameters },
    ]
  )

  var id: Int
  var processID: Int
  var name: String
  var hole: String
  var gravity: Int
  var isMendedInSeries: Bool
  var isAlwaysOpen: Bool
  var directive: String?
  var parameters: String?
  var companion: String?
  var companionParameters: String?
  var remedy: String?
  var remedyParameters: String?
}
