internal import SourceText

/// A variable that a parameter mentions.
struct NginxVariableFact: Fact {
  static let table = Table<NginxVariableFact>(
    "nginx_variable",
    "A variable that a parameter of an nginx directive mentions, and what a client may write into it.",
    indexed: ["directive_id", "name"],
    columns: [
      .reference("directive_id", to: "nginx_directive", "The directive.") { $0.directiveID },
      .integer("position", "The place of the parameter, counted from 1.") { $0.position },
      .text("name", "The name, without the dollar sign.") { $0.name },
      .text("text_before", "What stands before it in the parameter.") { $0.textBefore },
      .boolean(
        "is_client_controlled",
        "Whether a client decides what it holds; NULL where that is not known."
      ) { $0.isClientControlled },
      .boolean(
        "may_break_line",
        "Whether a client can write a line feed into it; NULL where that is not known."
      ) { $0.mayBreakLine },
      .boolean(
        "may_return_carriage",
        "Whether a client can write a carriage return into it; NULL where that is not known."
      ) { $0.mayReturnCarriage },
      .boolean(
        "may_name_host",
        "Whether a client can write a dot into it, and need not begin with a slash."
      ) { $0.mayNameHost },
      .boolean(
        "is_decoded",
        "Whether it holds a part of the address that nginx has decoded, with `?`, `#` or `%` in it."
      ) { $0.isDecoded },
      .boolean(
        "has_group",
        "For a number such as $1: whether the pattern before it has that group."
      ) { $0.hasGroup },
      .text(
        "groups_around",
        "For a group of a pattern: the numbers of the groups around it, with blanks around each."
      ) { $0.groupsAround },
      .boolean(
        "follows_slash", "For a group of a pattern: whether a slash stands before it there."
      ) { $0.followsSlash },
      .boolean(
        "begins_with_slash", "For a group of a pattern: whether it can only begin with a slash."
      ) { $0.beginsWithSlash },
      .boolean(
        "may_begin_with_dot", "For a group of a pattern: whether it can begin with a dot."
      ) { $0.mayBeginWithDot },
      .span("span", "The parameter.") { $0.span },
    ]
  )

  var directiveID: Int
  var position: Int
  var name: String
  var textBefore: String
  var isClientControlled: Bool?
  var mayBreakLine: Bool?
  var mayReturnCarriage: Bool?
  var mayNameHost: Bool?
  var isDecoded: Bool?
  var hasGroup: Bool?
  var groupsAround: String?
  var followsSlash: Bool?
  var beginsWithSlash: Bool?
  var mayBeginWithDot: Bool?
  var span: SourceSpan?
}
