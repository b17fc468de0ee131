internal import SourceText

/// A regular expression of a directive.
struct NginxPatternFact: Fact {
  static let table = Table<NginxPatternFact>(
    "nginx_pattern",
    "A regular expression in nginx configuration.",
    indexed: ["directive_id"],
    columns: [
      .reference("directive_id", to: "nginx_directive", "The directive.") { $0.directiveID },
      .text("pattern", "The expression, without its mark.") { $0.pattern },
      .text(
        "subject",
        "What it is matched against: uri, host, or the variable's name."
      ) { $0.subject },
      .boolean("ignores_case", "Whether case does not matter.") { $0.ignoresCase },
      .integer("group_count", "How many groups capture.") { $0.groupCount },
      .boolean(
        "is_anchored_at_start", "Whether every match begins with the text."
      ) { $0.isAnchoredAtStart },
      .boolean("is_anchored_at_end", "Whether every match ends with the text.") {
        $0.isAnchoredAtEnd
      },
      .boolean(
        "is_anchored", "Whether each alternative begins or ends where the text does."
      ) { $0.isAnchored },
      .boolean(
        "is_explosive",
        "Whether some text makes a match take time that doubles with each byte."
      ) { $0.isExplosive },
      .text(
        "only_match",
        "The only text that it matches; NULL where there are several, or where it captures."
      ) { $0.onlyMatch },
      .text(
        "stranger",
        "For origins and referers: one of a stranger that it matches; NULL where none is found."
      ) { $0.stranger },
      .text(
        "mismatch",
        "For origins and referers: a text that it asks for and no browser sends; NULL for none."
      ) { $0.mismatch },
      .boolean(
        "is_for_nobody",
        "For origins and referers: whether no browser sends any text that it asks for."
      ) { $0.isForNobody },
      .span("span", "The parameter.") { $0.span },
    ]
  )

  var directiveID: Int
  var pattern: String
  var subject: String
  var ignoresCase: Bool
  var groupCount: Int
  var isAnchoredAtStart: Bool
  var isAnchoredAtEnd: Bool
  var isAnchored: Bool
  var isExplosive: Bool
  var onlyMatch: String?
  var stranger: String?
  var mismatch: String?
  var isForNobody: Bool?
  var span: SourceSpan?
}
