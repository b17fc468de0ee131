internal import SourceText

/// A parameter of an nginx directive.
struct NginxParameterFact: Fact {
  static let table = Table<NginxParameterFact>(
    "nginx_parameter",
    "A parameter of an nginx directive.",
    key: "directive_id, position",
    columns: [
      .reference("directive_id", to: "nginx_directive", "The directive.") { $0.directiveID },
      .integer("position", "Its place, counted from 1.") { $0.position },
      .text("value", "Its text, unquoted.") { $0.value },
      .span("span", "Where it is.") { $0.span },
    ]
  )

  var directiveID: Int
  var position: Int
  var value: String
  var span: SourceSpan?
}
