internal import NginxConfig
internal import SourceText

/// A place in nginx configuration where a regular expression is matched.
struct NginxPatternSite {
  let span: SourceSpan
  let expression: Expression

  /// `uri`, `host`, or the name of a variable.
  let subject: String

  /// Whether what follows happens where the pattern does not match.
  var isNegated = false

  /// A pattern as it is compiled.
  struct Expression: Hashable {
    let pattern: String
    let ignoresCase: Bool
  }

  init(
    span: SourceSpan, pattern: String, ignoresCase: Bool, subject: String, isNegated: Bool = false
  ) {
    self.span = span
    expression = Expression(pattern: pattern, ignoresCase: ignoresCase)
    self.subject = subject
    self.isNegated = isNegated
  }

  var pattern: String { expression.pattern }

  var ignoresCase: Bool { expression.ignoresCase }

  /// The patterns of a directive.
  static func sites(of directive: NginxDirective) -> [NginxPatternSite] {
    sites(of: directive, named: directive.name)
  }

  /// The directives that may have one.
  private static let names: Set = [
    "location", "rewrite", "server_name", "valid_referers", "if", "proxy_redirect",
    "proxy_cookie_domain", "proxy_cookie_path",
  ]

  /// The patterns of a directive whose name is known already.
  static func sites(of directive: NginxDirective, named name: String) -> [NginxPatternSite] {
    guard name.hasPrefix("~") || names.contains(name) else { return [] }
    let parameters = directive.parameters
    switch name {
    case "location": return location(parameters)
    case "rewrite":
      return parameters.first.map {
        [NginxPatternSite(span: $0.span, pattern: $0.value, ignoresCase: false, subject: "uri")]
      } ?? []
    case "server_name", "valid_referers":
      let subject = name == "server_name" ? "host" : "http_referer"
      return parameters.compactMap { marked($0.value, $0.span, subject: subject) }
    case "if": return condition(parameters)
    case "proxy_redirect", "proxy_cookie_domain", "proxy_cookie_path":
      return parameters.prefix(1).compactMap {
        marked($0.value, $0.span, subject: "upstream_http_location")
      }
    default: return name.hasPrefix("~") ? lineOfMap(directive) : []
    }
  }

  private static func location(_ parameters: [NginxParameter]) -> [NginxPatternSite] {
    guard let first = parameters.first else { return [] }
    let mark = first.value
    if parameters.count > 1, mark == "~" || mark == "~*" {
      return [
        NginxPatternSite(
          span: parameters[1].span, pattern: parameters[1].value, ignoresCase: mark == "~*",
          subject: "uri")
      ]
    }
    return marked(first.value, first.span, subject: "uri").map { [$0] } ?? []
  }

  /// The first word of a line of a map is matched against the map's source.
  private static func lineOfMap(_ line: NginxDirective) -> [NginxPatternSite] {
    guard let map = line.parent, map.name == "map", let source = map.values.first,
      case .variable(let subject)? = NginxTextPart.parts(of: source).first,
      let site = marked(line.name, line.nameSpan, subject: subject)
    else { return [] }
    return [site]
  }

  /// `~pattern` or `~*pattern` in one word.
  private static func marked(
    _ text: String, _ span: SourceSpan, subject: String
  ) -> NginxPatternSite? {
    guard text.hasPrefix("~"), text.count > 1 else { return nil }
    let ignoresCase = text.hasPrefix("~*")
    return NginxPatternSite(
      span: span, pattern: String(text.dropFirst(ignoresCase ? 2 : 1)),
      ignoresCase: ignoresCase, subject: subject)
  }

  /// `($variable ~ pattern)`, with blanks or without.
  private static func condition(_ parameters: [NginxParameter]) -> [NginxPatternSite] {
    let operators: Set = ["~", "~*", "!~", "!~*"]
    guard let index = parameters.firstIndex(where: { operators.contains($0.value) }),
      index > 0, index + 1 < parameters.count
    else { return [] }
    let variable = parameters[index - 1].value.drop { $0 == "(" || $0 == "$" || $0 == "{" }
    var pattern = parameters[index + 1].value
    if index + 2 == parameters.count, pattern.hasSuffix(")") { pattern.removeLast() }
    return [
      NginxPatternSite(
        span: parameters[index + 1].span, pattern: pattern,
        ignoresCase: parameters[index].value.hasSuffix("*"),
        subject: String(variable.prefix { $0 != "}" }),
        isNegated: parameters[index].value.hasPrefix("!"))
    ]
  }
}
