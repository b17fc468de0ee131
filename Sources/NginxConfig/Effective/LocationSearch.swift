import PerlPattern

/// nginx's search for a location (`ngx_http_core_find_location`).
struct LocationSearch {
  let path: ByteText

  /// What answers, and why.
  struct Choice {
    let location: NginxDirective
    let reason: String

    /// Whether nginx sends the client to the same path with a slash at its end.
    var addsSlash = false
  }

  /// The location of a block that answers.
  func find(in block: NginxDirective) -> Choice? {
    search(in: block)?.choice
  }

  /// The choice within a block, and whether the patterns around it have no say any more.
  private func search(in block: NginxDirective) -> (choice: Choice, isFinal: Bool)? {
    let candidates = block.children.filter { $0.name == "location" && !$0.isBroken }
      .compactMap { child in Self.location(of: child).map { (child, $0) } }
    let exact = candidates.first { $0.1.kind == .exact && $0.1.name == path }
    if let exact {
      return (Choice(location: exact.0, reason: "= \(printable) is the whole path"), true)
    }
    let prefixes = candidates.filter { $0.1.isPrefix && path.starts(with: $0.1.name) }
    let longest = prefixes.max { $0.1.name.count < $1.1.name.count }
    if longest?.1.name != path, let slashed = slashed(candidates) { return (slashed, true) }
    let inner = longest.flatMap { search(in: $0.0) }
    if let inner, inner.isFinal { return inner }
    if longest?.1.kind != .strictPrefix, let found = firstPattern(candidates) {
      return (found, true)
    }
    if let inner { return inner }
    return longest.map { location in
      let reason =
        location.1.kind == .strictPrefix
        ? "^~ \(location.1.name.printable) is the longest prefix, and no pattern is tried"
        : "\(location.1.name.printable) is the longest prefix, and no pattern fits"
      return (Choice(location: location.0, reason: reason), false)
    }
  }

  private var printable: String { path.printable }

  /// A location that passes requests on, whose name is the path with a slash after it.
  private func slashed(_ candidates: [(NginxDirective, NginxLocation)]) -> Choice? {
    let wanted = path + [UInt8(ascii: "/")]
    let found = candidates.first { directive, location in
      (location.isPrefix || location.kind == .exact) && location.name == wanted
        && directive.children.contains(where: \.passesWithSlash)
    }
    return found.map { directive, location in
      let reason = "\(location.name.printable) passes requests on: nginx answers 301 to it"
      return Choice(location: directive, reason: reason, addsSlash: true)
    }
  }

  private func firstPattern(_ candidates: [(NginxDirective, NginxLocation)]) -> Choice? {
    for (directive, location) in candidates where location.isPattern {
      let isCaseless = location.kind == .patternIgnoringCase
      guard Self.matches(location.name, path, ignoringCase: isCaseless) else { continue }
      let modifier = isCaseless ? "~*" : "~"
      let reason = "\(modifier) \(location.name.printable) is the first pattern that fits"
      return search(in: directive)?.choice ?? Choice(location: directive, reason: reason)
    }
    return nil
  }

  static func location(of directive: NginxDirective) -> NginxLocation? {
    let words = directive.values.map { ByteText($0.utf8) }
    guard let last = words.last, words.count <= 2 else { return nil }
    return NginxLocation(modifier: words.count == 2 ? words[0] : nil, name: last)
  }

  static func matches(_ pattern: ByteText, _ text: ByteText, ignoringCase: Bool) -> Bool {
    captures(pattern, text, ignoringCase: ignoringCase) != nil
  }

  /// The whole match and its captures; nil where the pattern does not fit.
  static func captures(
    _ pattern: ByteText, _ text: ByteText, ignoringCase: Bool
  ) -> [ByteText]? {
    guard let compiled = try? PerlPattern(Array(pattern), ignoringCase: ignoringCase) else {
      return nil
    }
    let bytes = Array(text)
    return compiled.firstMatch(in: bytes)?.map { range in range.map { bytes[$0] } ?? [] }
  }
}

extension NginxLocation {
  fileprivate var isPrefix: Bool { kind == .prefix || kind == .strictPrefix }
}

extension NginxDirective {
  /// Whether it passes requests on in such a way that its location's path gets a slash.
  fileprivate var passesWithSlash: Bool {
    guard name.hasSuffix("_pass"), NginxRoute.handlers.contains(name) else { return false }
    return name == "proxy_pass" || !(values.first ?? "").contains("$")
  }
}
