extension RouteWalk {
  /// Says what a block does with the request; false where the path has become another.
  mutating func handle(in level: NginxDirective) -> Bool {
    doubtWhatElseDecides(in: level)
    if let deny = denial(in: level) {
      route.status = 403
      route.handler = deny
      route.add("denies everyone: nginx answers 403", deny)
      return true
    }
    if let files = level.children.first(where: { $0.name == "try_files" }) {
      return tryFiles(files, in: level)
    }
    return pass(in: level)
  }

  private mutating func tryFiles(_ directive: NginxDirective, in level: NginxDirective) -> Bool {
    let values = directive.values
    let last = values.last ?? ""
    route.add(
      "looks for files: \(values.dropLast().joined(separator: " ")), else \(last)", directive)
    if let found = firstFile(of: values.dropLast(), in: level) {
      path = ByteText(found.replacing("//", with: "/").utf8)
      route.add("\(found) is there", directive)
      return pass(in: level)
    }
    if last.hasPrefix("=") {
      route.status = Int(last.dropFirst())
      return true
    }
    if last.hasPrefix("@") { return enterNamed(last, directive) }
    let end = last.firstIndex(of: "?") ?? last.firstRange(of: "$is_args")?.lowerBound
    let uri = last[..<(end ?? last.endIndex)]
    guard !uri.contains("$") else {
      route.isCertain = false
      return true
    }
    path = ByteText(uri.utf8)
    isInternal = true
    route.add("the path becomes \(uri), where no file is found", directive)
    return false
  }

  private mutating func enterNamed(_ name: String, _ directive: NginxDirective) -> Bool {
    let named = server.directive.children.first { child in
      child.name == "location" && child.values.first == name
    }
    guard let named else {
      route.status = 500
      route.add("no location \(name) exists: nginx answers 500", directive)
      return true
    }
    route.location = named
    route.add("location: \(name), where no file is found", named)
    guard case .stays(let level) = rewrite(in: named) else { return true }
    return handle(in: level)
  }

  private mutating func pass(in level: NginxDirective) -> Bool {
    guard let pass = handler(of: level) else { return serveFile(in: level) }
    route.handler = pass
    route.add("passes to \(pass.values.first ?? "") by \(pass.name)", pass)
    guard let upstream = configuration.upstream(named: pass.values.first ?? "") else { return true }
    for server in upstream.children where server.name == "server" {
      route.add(
        "upstream \(upstream.values.first ?? ""): \(server.values.joined(separator: " "))", server)
    }
    return true
  }

  /// The last `*_pass` of a block; an `if` takes over that of its location.
  private func handler(of level: NginxDirective) -> NginxDirective? {
    let own = Array(level.children).last { NginxRoute.handlers.contains($0.name) && !$0.isBroken }
    if own != nil || !level.takesOverHandler { return own }
    return level.parent.flatMap(handler)
  }

  // MARK: Who may ask

  /// The `deny all` that every client meets first; nil where some may pass.
  private mutating func denial(in level: NginxDirective) -> NginxDirective? {
    for block in level.andAround {
      let rules = block.children.filter { ["allow", "deny"].contains($0.name) && !$0.isBroken }
      guard let first = rules.first else { continue }
      if first.values == ["all"] { return first.name == "deny" ? first : nil }
      route.isCertain = false
      return nil
    }
    return nil
  }

  /// Directives that may answer or forbid a request in ways that are not followed here.
  private static let otherDeciders: Set<String> = [
    "api", "auth_basic", "auth_jwt", "auth_request", "dav_methods", "disable_symlinks",
    "empty_gif", "flv", "gzip_static", "js_content", "limit_except", "mp4", "perl",
    "random_index", "satisfy", "stub_status",
  ]

  private mutating func doubtWhatElseDecides(in level: NginxDirective) {
    let isKnown = level.andAround.allSatisfy { block in
      block.children.allSatisfy { directive in
        let name = directive.name
        if directive.values == ["off"] { return true }
        if Self.otherDeciders.contains(name) || name.contains("_by_lua") { return false }
        return !NginxDirectiveTable.standard.commands(named: name).isEmpty
      }
    }
    if !isKnown { route.isCertain = false }
  }

  /// Answers with a page of its own may be another answer altogether.
  mutating func applyErrorPages() {
    guard let status = route.status, status >= 300, let server = route.server else { return }
    let pages = configuration.effective("error_page", in: route.location ?? server.directive)
    for page in pages where page.values.dropLast().contains(String(status)) {
      let target = page.values.last ?? ""
      let isPlain = target.hasPrefix("/") && !page.values.contains { $0.hasPrefix("=") }
      if !isPlain { route.isCertain = false }
      route.add("answers with \(target)", page)
    }
  }
}

extension NginxDirective {
  /// A block and those around it, the innermost first.
  fileprivate var andAround: [NginxDirective] {
    Array(sequence(first: self) { $0.parent })
  }
}
