import PerlPattern

/// nginx's search for a location (`ngx_http_core_find_location`).
struct LocationSearch {
  let path: ByteText

  /// The location that answers, and why.
  func find(in block: NginxDirective) -> (NginxDirective, String)? {
    let candidates = block.children.filter { $0.name == "location" }.compactMap { child in
      Self.location(of: child).map { (child, $0) }
    }
    if let exact = candidates.first(where: { $0.1.kind == .exact && $0.1.name == path }) {
      return (exact.0, "= \(exact.1.name.printable) is the whole path")
    }
    let prefixes = candidates.filter { candidate in
      (candidate.1.kind == .prefix || candidate.1.kind == .strictPrefix)
        && path.starts(with: candidate.1.name)
    }
    let longest = prefixes.max { $0.1.name.count < $1.1.name.count }
    if let longest {
      if let nested = find(in: longest.0) { return nested }
      if longest.1.kind == .strictPrefix {
        return (
          longest.0, "^~ \(longest.1.name.printable) is the longest prefix, and no pattern is tried"
        )
      }
    }
    for (directive, location) in candidates where location.isPattern {
      let isCaseless = location.kind == .patternIgnoringCase
      guard Self.matches(location.name, path, ignoringCase: isCaseless) else { continue }
      return find(in: directive)
        ?? (
          directive,
          "\(isCaseless ? "~*" : "~") \(location.name.printable) is the first pattern that fits"
        )
    }
    return longest.map {
      ($0.0, "\($0.1.name.printable) is the longest prefix, and no pattern fits")
    }
  }

  static func location(of directive: NginxDirective) -> NginxLocation? {
    let words = directive.values.map { ByteText($0.utf8) }
    guard let last = words.last, words.count <= 2 else { return nil }
    return NginxLocation(modifier: words.count == 2 ? words[0] : nil, name: last)
  }

  static func matches(_ pattern: ByteText, _ text: ByteText, ignoringCase: Bool) -> Bool {
    guard let compiled = try? PerlPattern(Array(pattern), ignoringCase: ignoringCase) else {
      return false
    }
    return compiled.firstMatch(in: Array(text)) != nil
  }
}
