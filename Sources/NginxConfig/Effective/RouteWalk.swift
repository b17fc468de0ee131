/// Follows a request from its server to what answers it, in the order of nginx's phases.
struct RouteWalk {
  let configuration: NginxConfiguration
  let request: NginxRequest
  let server: NginxServer
  let files: RouteFiles?
  var route = NginxRoute()
  var path: ByteText
  var isInternal = false

  init(
    configuration: NginxConfiguration, request: NginxRequest, server: NginxServer,
    files: RouteFiles?
  ) {
    self.configuration = configuration
    self.request = request
    self.server = server
    self.files = files
    path = ByteText(request.path.utf8)
  }

  /// Follows the request, and the internal redirects that it is sent on.
  mutating func run() {
    follow()
    route.path = path.printable
    applyErrorPages()
  }

  private mutating func follow() {
    // nginx gives up after ten changes of the path.
    for _ in 0...10 {
      if case .answered = rewrite(in: server.directive) { return }
      if reachContent() { return }
    }
    route.status = 500
    route.add("the path changes again and again: nginx answers 500")
  }

  /// The location and its rewrites, again for each new path; false for an internal redirect.
  private mutating func reachContent() -> Bool {
    for _ in 0...10 {
      guard let level = findLocation() else { return true }
      // The rewrites of a server do not run again where no location matches.
      switch level.id == server.id ? .stays(level) : rewrite(in: level) {
      case .answered: return true
      case .moved: continue
      case .stays(let inner): return handle(in: inner)
      }
    }
    return false
  }

  /// The location of the path, or the server where none matches; nil where nginx answers.
  private mutating func findLocation() -> NginxDirective? {
    guard let choice = LocationSearch(path: path).find(in: server.directive) else {
      route.location = nil
      route.add("no location matches \(path.printable)", server.directive)
      return server.directive
    }
    route.location = choice.location
    route.add("location: \(choice.reason)", choice.location)
    if choice.addsSlash {
      route.status = 301
      return nil
    }
    if let mark = configuration.effective("internal", in: choice.location).first, !isInternal {
      route.status = 404
      route.add("is internal: nginx answers 404", mark)
      return nil
    }
    return choice.location
  }

  // MARK: Rewriting

  enum Outcome {
    case answered

    /// The path is another, and its location must be found.
    case moved

    /// The request stays in a block: the one it was in, or an `if` within.
    case stays(NginxDirective)
  }

  /// Runs the directives of the rewrite module in a block, one after another.
  mutating func rewrite(in level: NginxDirective) -> Outcome {
    var block = level
    var hasMoved = false
    script: for directive in level.children where !directive.isBroken {
      switch directive.name {
      case "return":
        answer(directive)
        return .answered
      case "break": break script
      case "rewrite":
        guard let change = apply(directive) else { continue }
        if change.isAnswer { return .answered }
        hasMoved = change.moves
        if change.ends { break script }
      case "if" where RouteCondition(directive.values, request, path: path).isMet == true:
        route.add("holds: if \(directive.values.joined(separator: " "))", directive)
        switch rewrite(in: directive) {
        case .answered: return .answered
        case .moved: return .moved
        case .stays(let inner): block = level.name == "location" ? inner : block
        }
      case "if" where RouteCondition(directive.values, request, path: path).isMet == nil:
        route.isCertain = false
        route.add("may change the way: if \(directive.values.joined(separator: " "))", directive)
      default: continue
      }
    }
    return hasMoved ? .moved : .stays(block)
  }

  private mutating func answer(_ directive: NginxDirective) {
    let values = directive.values
    route.handler = directive
    route.status = Int(values.first ?? "") ?? 302
    route.add("answers at once: return \(values.joined(separator: " "))", directive)
  }

  /// What a `rewrite` does; nil where it does not fit, or nobody knows what it makes.
  private mutating func apply(
    _ directive: NginxDirective
  ) -> (isAnswer: Bool, moves: Bool, ends: Bool)? {
    let values = directive.values
    guard values.count >= 2,
      let captures = LocationSearch.captures(
        ByteText(values[0].utf8), path, ignoringCase: false)
    else { return nil }
    let flag = values.count > 2 ? values[2] : ""
    let isURL = ["http://", "https://", "$scheme"].contains { values[1].hasPrefix($0) }
    if isURL || flag == "redirect" || flag == "permanent" {
      route.handler = directive
      route.status = flag == "permanent" ? 301 : 302
      route.add("answers at once: rewrite \(values.joined(separator: " "))", directive)
      return (true, false, true)
    }
    guard let changed = Self.replace(values[1], captures) else {
      route.isCertain = false
      route.add("may change the way: rewrite \(values.joined(separator: " "))", directive)
      return nil
    }
    path = changed
    isInternal = true
    route.add("the path becomes \(changed.printable)", directive)
    return (false, flag != "break", flag == "last" || flag == "break")
  }

  /// A replacement without its arguments; nil where it has variables other than captures.
  private static func replace(_ text: String, _ captures: [ByteText]) -> ByteText? {
    var changed: ByteText = []
    var rest = ByteText(text.utf8).prefix { $0 != UInt8(ascii: "?") }
    while let byte = rest.popFirst() {
      guard byte == Ascii.dollar else {
        changed.append(byte)
        continue
      }
      guard let digit = rest.popFirst(), Ascii.isDigit(digit) else { return nil }
      let number = Int(digit - UInt8(ascii: "0"))
      if number < captures.count { changed += captures[number] }
    }
    return changed
  }
}
