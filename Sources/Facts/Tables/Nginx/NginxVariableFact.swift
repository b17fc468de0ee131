internal import NginxConfig
internal import SourceText

/// A variable that a parameter mentions.
struct NginxVariableFact: Fact {
  static let table = Table<NginxVariableFact>(
    "nginx_variable",
    "A variable that a parameter of an nginx directive mentions, and what a client may write into it.",
    indexed: ["directive_id", "name"],
    columns: [
      .reference("directive_id", to: "nginx_directive", "The directive.") {
        $0.scope.firstID + $0.number
      },
      .integer("position", "The place of the parameter, counted from 1.") { $0.position },
      .text("name", "The name, without the dollar sign.") { $0.name },
      .text("text_before", "What stands before it in the parameter.") { $0.textBefore },
      .boolean(
        "is_client_controlled",
        "Whether a client decides what it holds; NULL where that is not known."
      ) { $0.taint?.isClientControlled },
      .boolean(
        "may_break_line",
        "Whether a client can write a line feed into it; NULL where that is not known."
      ) { $0.taint?.mayBreakLine },
      .boolean(
        "may_return_carriage",
        "Whether a client can write a carriage return into it; NULL where that is not known."
      ) { $0.taint?.mayReturnCarriage },
      .boolean(
        "may_name_host",
        "Whether a client can write a dot into it, and need not begin with a slash."
      ) { $0.taint?.mayNameHost },
      .boolean(
        "is_decoded",
        "Whether it holds a part of the address that nginx has decoded, with `?`, `#` or `%` in it."
      ) { $0.taint?.isDecoded },
      .boolean(
        "has_group",
        "For a number such as $1: whether the pattern before it has that group."
      ) { $0.hasGroup },
      .text(
        "groups_around",
        "For a group of a pattern: the numbers of the groups around it, with blanks around each."
      ) { $0.group.map { $0.around.map { " \($0) " }.joined() } },
      .boolean(
        "follows_slash", "For a group of a pattern: whether a slash stands before it there."
      ) { $0.group?.followsSlash },
      .boolean(
        "begins_with_slash", "For a group of a pattern: whether it can only begin with a slash."
      ) { $0.group?.beginsWithSlash },
      .boolean(
        "may_begin_with_dot", "For a group of a pattern: whether it can begin with a dot."
      ) { $0.group?.firstBytes.contains(UInt8(ascii: ".")) },
      .span("span", "The parameter.") {
        $0.scope.columns.span($0.position - 1, of: $0.number)
      },
    ]
  )

  private let scope: NginxScope
  private let number: Int

  /// Counted from 1.
  private let position: Int
  private let name: String
  private let textBefore: String

  init(_ scope: NginxScope, _ number: Int, position: Int, name: String, textBefore: String) {
    self.scope = scope
    self.number = number
    self.position = position
    self.name = name
    self.textBefore = textBefore
  }
}

extension NginxVariableFact {
  private var directive: NginxDirective { scope.configuration[number] }

  private var taint: NginxTaint? {
    scope.taint.taint(of: name, at: directive, position: position)
  }

  private var group: PatternGroup? {
    scope.taint.group(name, at: directive, position: position)
  }

  private var hasGroup: Bool? {
    Int(name).flatMap { scope.taint.hasGroup($0, at: directive, position: position) }
  }
}
