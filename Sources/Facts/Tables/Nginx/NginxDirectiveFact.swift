internal import NginxConfig
internal import SourceText

/// A directive of nginx configuration.
struct NginxDirectiveFact: Fact {
  static let table = Table<NginxDirectiveFact>(
    "nginx_directive",
    "A directive of nginx configuration, in the order in which nginx reads them.",
    indexed: [
      "name", "parent_id, name", "parent_id, is_block", "server_id, name", "location_id, name",
    ],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The nginx that reads it.") { $0.scope.processID },
      .reference(
        "parent_id",
        to: "nginx_directive",
        "The block that it stands in."
      ) { $0.parentID },
      .reference(
        "server_id",
        to: "nginx_server",
        "The server that it stands in; NULL for none."
      ) { $0.serverID },
      .reference(
        "location_id",
        to: "nginx_location",
        "The innermost location that it stands in; NULL for none."
      ) { $0.locationID },
      .text("name", "The name.") { $0.scope.columns.name(of: $0.number) },
      .text("parameters", "The parameters, with blanks between.") { $0.parameters },
      .text("first", "The first parameter.") { $0.first },
      .text("last", "The last parameter.") { $0.last },
      .integer("parameter_count", "How many parameters it has.") { $0.parameterCount },
      .text("context", "The name of the block that it stands in; main for none.") { $0.context },
      .boolean("is_block", "Whether it is a block.") { $0.scope.columns.isBlock($0.number) },
      .text(
        "inheritance",
        "How blocks within take it over: value, list (all or none), or own (never); else NULL."
      ) {
        $0.scope.columns.command(of: $0.number)?.inheritance.name
      },
      .text("path", "The file that it stands in; NULL on the command line.") {
        $0.scope.paths[$0.scope.columns.inclusionID(of: $0.number)]
      },
      .span("span", "Its name and parameters.") {
        $0.scope.columns.headSpan(of: $0.number)
      },
      .span("last_span", "The last parameter.") { $0.lastSpan },
    ]
  )

  private let scope: NginxScope
  private let number: Int
  private let serverID: Int?
  private let locationID: Int?

  init(_ scope: NginxScope, _ number: Int, server: Int?, location: Int?) {
    self.scope = scope
    self.number = number
    serverID = server
    locationID = location
  }
}

extension NginxDirectiveFact {
  private var id: Int { scope.firstID + number }

  private var parentID: Int? {
    scope.columns.parentID(of: number).map { scope.firstID + $0 }
  }

  private var context: String {
    scope.columns.parentID(of: number).map { scope.columns.name(of: $0) } ?? "main"
  }

  private var parameterCount: Int { scope.columns.parameterCount(of: number) }

  private var parameters: String {
    let count = parameterCount
    guard count > 0 else { return "" }
    var text = scope.columns.value(0, of: number)
    for position in 1..<count {
      text += " "
      text += scope.columns.value(position, of: number)
    }
    return text
  }

  private var first: String? {
    parameterCount > 0 ? scope.columns.value(0, of: number) : nil
  }

  private var last: String? {
    let count = parameterCount
    return count > 0 ? scope.columns.value(count - 1, of: number) : nil
  }

  private var lastSpan: SourceSpan? {
    let count = parameterCount
    return count > 0 ? scope.columns.span(count - 1, of: number) : nil
  }
}

extension NginxCommand.Inheritance {
  /// The word of the column `inheritance`.
  fileprivate var name: String? {
    switch self {
    case .value: "value"
    case .list: "list"
    case .own: "own"
    case .none: nil
    }
  }
}
