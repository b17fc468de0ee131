internal import NginxConfig

/// Follows what clients write through `set`, `map` and captures to where it is used.
///
/// The order of `set`s does not count: a variable may hold what any `set` in sight gives it.
struct NginxTaintReader {
  private enum Definition {
    /// `set` and its like: a text, seen from the directive.
    case text(String, NginxDirective)
    case map(NginxDirective)
    case capture(ByteSet, subject: String, NginxDirective)
    case constant
  }

  private var definitions: [String: [(block: Int?, definition: Definition)]] = [:]

  /// Reads once what defines variables; where that is in sight is asked for each use.
  init(_ configuration: NginxConfiguration) {
    for directive in configuration.directives { read(directive) }
  }

  private mutating func read(_ directive: NginxDirective) {
    let values = directive.values
    switch directive.name {
    case "set" where values.count == 2:
      add(values[0], .text(values[1], directive), in: directive.parentID)
    case "map" where values.count == 2 && directive.isBlock:
      add(values[1], .map(directive), in: nil)
    case "geo", "split_clients":
      if let name = values.last { add(name, .constant, in: nil) }
    case "auth_request_set" where !values.isEmpty:
      add(values[0], .constant, in: directive.parentID)
    default: break
    }
    for site in NginxPatternSite.sites(of: directive) {
      let analysis = PatternAnalysis(site.pattern, ignoringCase: site.ignoresCase)
      let block =
        directive.name == "location" || directive.name == "if" ? directive.id : directive.parentID
      for name in analysis.names {
        let bytes = analysis.bytes(ofGroup: name) ?? .all
        add("$\(name)", .capture(bytes, subject: site.subject, directive), in: block)
      }
    }
  }

  private mutating func add(_ name: String, _ definition: Definition, in block: Int?) {
    let name = name.hasPrefix("$") ? String(name.dropFirst()) : name
    definitions[name, default: []].append((block, definition))
  }

  /// What a client may write into a variable where a directive uses it; nil where nobody knows.
  func taint(
    of name: String, at directive: NginxDirective, position: Int, seen: Set<String> = []
  ) -> NginxTaint? {
    guard seen.count < 20, !seen.contains(name) else { return .clean }
    if let number = Int(name) {
      return capture(number, at: directive, position: position, seen: seen)
    }
    let ancestors = Set(sequence(first: directive) { $0.parent }.map(\.id))
    let visible = (definitions[name] ?? []).filter { $0.block.map(ancestors.contains) ?? true }
    guard !visible.isEmpty else { return Self.builtIn(name) }
    return visible.map { taint(of: $0.definition, seen.union([name])) }
      .reduce(NginxTaint?.none) { union, next in
        guard let next else { return union }
        return union?.union(next) ?? next
      }
  }

  /// Whether the pattern before has the group of a number; nil where there is no pattern in sight.
  func hasGroup(_ number: Int, at directive: NginxDirective, position: Int) -> Bool? {
    governingPattern(of: directive, position: position).map {
      number <= PatternAnalysis($0.pattern, ignoringCase: $0.ignoresCase).groupCount
    }
  }

  private func taint(of definition: Definition, _ seen: Set<String>) -> NginxTaint? {
    switch definition {
    case .constant: return .clean
    case .text(let text, let directive):
      return taint(ofText: text, at: directive, position: 2, seen)
    case .capture(let bytes, let subject, let directive):
      guard let source = taint(of: subject, at: directive, position: 1, seen: seen) else {
        return nil
      }
      return NginxTaint(bytes: bytes.intersection(source.bytes))
    case .map(let block): return taint(ofMap: block, seen)
    }
  }

  /// The values of a map's lines; what a pattern captures comes from the map's source.
  private func taint(ofMap block: NginxDirective, _ seen: Set<String>) -> NginxTaint? {
    let source = NginxTextPart.parts(of: block.values.first ?? "")
    var union: NginxTaint?
    for line in block.children where line.name != "include" && line.name != "hostnames" {
      guard let value = line.values.last else { continue }
      var line = taint(ofText: value, at: line, position: 1, seen, isMapLine: true)
      if NginxTextPart.parts(of: value).contains(where: \.isNumber),
        case .variable(let name)? = source.first
      {
        line = taint(of: name, at: block, position: 1, seen: seen)
      }
      guard let line else { continue }
      union = union?.union(line) ?? line
    }
    return union ?? .clean
  }

  private func taint(
    ofText text: String, at directive: NginxDirective, position: Int, _ seen: Set<String>,
    isMapLine: Bool = false
  ) -> NginxTaint? {
    var taint = NginxTaint(bytes: ByteSet(), beginsWithSlash: text.hasPrefix("/"))
    for (index, part) in NginxTextPart.parts(of: text).enumerated() {
      guard case .variable(let name) = part, !(isMapLine && part.isNumber) else { continue }
      guard let next = self.taint(of: name, at: directive, position: position, seen: seen) else {
        continue
      }
      taint.bytes = taint.bytes.union(next.bytes)
      if index == 0 { taint.beginsWithSlash = next.beginsWithSlash }
    }
    return taint
  }

  private func capture(
    _ number: Int, at directive: NginxDirective, position: Int, seen: Set<String>
  ) -> NginxTaint? {
    guard let site = governingPattern(of: directive, position: position),
      let source = taint(of: site.subject, at: directive, position: 1, seen: seen)
    else { return nil }
    let analysis = PatternAnalysis(site.pattern, ignoringCase: site.ignoresCase)
    guard let bytes = analysis.bytes(ofGroup: number) else { return .clean }
    return NginxTaint(
      bytes: bytes.intersection(source.bytes),
      beginsWithSlash: analysis.groupBegins(number, with: UInt8(ascii: "/")))
  }

  /// The pattern whose groups `$1` means: the directive's own, or the last one before it.
  private func governingPattern(of directive: NginxDirective, position: Int) -> NginxPatternSite? {
    if directive.name == "rewrite", position > 1 {
      return NginxPatternSite.sites(of: directive).first
    }
    var current = directive
    while let parent = current.parent, parent.name != "http" {
      let earlier = parent.children.prefix { $0.id < current.id }
      if let rewrite = earlier.last(where: { $0.name == "rewrite" }) {
        return NginxPatternSite.sites(of: rewrite).first
      }
      if parent.name == "if" || parent.name == "location",
        let site = NginxPatternSite.sites(of: parent).first
      {
        return site
      }
      if let name = parent.children.first(where: { $0.name == "server_name" }),
        let site = NginxPatternSite.sites(of: name).first
      {
        return site
      }
      current = parent
    }
    return nil
  }

  private static func builtIn(_ name: String) -> NginxTaint? {
    let entries = NginxVariableTable.standard.entries(named: name, isStream: false)
    guard let entry = entries.first else { return nil }
    if name == "host" { return NginxTaint(bytes: .host) }
    let beginsWithSlash = ["uri", "document_uri", "request_uri", "request_filename"].contains(name)
    switch entry.clientText {
    case .nothing: return .clean
    case .printable: return NginxTaint(bytes: .printable, beginsWithSlash: beginsWithSlash)
    case .any: return NginxTaint(bytes: .all, beginsWithSlash: beginsWithSlash)
    }
  }
}

extension NginxTextPart {
  /// Whether it is a capture such as `$1`.
  fileprivate var isNumber: Bool {
    if case .variable(let name) = self { Int(name) != nil } else { false }
  }
}
