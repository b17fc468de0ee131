internal import NginxConfig
internal import SourceText

/// A parameter of an nginx directive.
struct NginxParameterFact: Fact {
  static let table = Table<NginxParameterFact>(
    "nginx_parameter",
    "A parameter of an nginx directive.",
    indexed: ["directive_id, position"],
    columns: [
      .reference("directive_id", to: "nginx_directive", "The directive.") {
        $0.scope.firstID + Int($0.number)
      },
      .integer("position", "Its place, counted from 1.") { Int($0.position) + 1 },
      .text("value", "Its text, unquoted.") {
        $0.scope.columns.value(Int($0.position), of: Int($0.number))
      },
      .span("span", "Where it is.") {
        $0.scope.columns.span(Int($0.position), of: Int($0.number))
      },
    ]
  )

  private let scope: NginxScope
  private let number: Int32

  /// Counted from 0.
  private let position: Int32

  init(_ scope: NginxScope, _ number: Int, _ position: Int) {
    self.scope = scope
    self.number = Int32(number)
    self.position = Int32(position)
  }
}
