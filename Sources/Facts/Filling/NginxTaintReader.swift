internal import NginxConfig

/// Follows what clients write through `set`, `map` and captures to where it is used.
///
/// A variable may hold what any `set` in sight gives it, up to the last one that is run for sure.
struct NginxTaintReader {
  private enum Definition {
    /// `set` and its like: a text, seen from the directive.
    case text(String, NginxDirective)
    case map(NginxDirective)
    case capture(PatternGroup, subject: String, NginxDirective)
    case constant
  }

  /// By the variable's name and the block that it can be seen in; nil for all.
  private var definitions: [String: [Int?: [Definition]]] = [:]

  /// Many servers have the same few patterns.
  private var analyses: [NginxPatternSite.Expression: PatternAnalysis] = [:]

  /// The most groups that any pattern of the configuration has.
  private var largestGroup = 0

  /// Reads once what defines variables; where that is in sight is asked for each use.
  init(_ configuration: NginxConfiguration) {
    for directive in configuration.directives { read(directive) }
  }

  private mutating func read(_ directive: NginxDirective) {
    let name = directive.name
    readVariable(directive, named: name)
    for site in NginxPatternSite.sites(of: directive, named: name) {
      let analysis = analysis(of: site)
      analyses[site.expression] = analysis
      largestGroup = max(largestGroup, analysis.groupCount)
      let block = name == "location" ? directive.id : Self.reach(of: directive)
      for name in analysis.names {
        guard let group = analysis.group(named: name) else { continue }
        add("$\(name)", .capture(group, subject: site.subject, directive), in: block)
      }
    }
  }

  /// What can be said of the pattern of a site.
  func analysis(of site: NginxPatternSite) -> PatternAnalysis {
    analyses[site.expression]
      ?? PatternAnalysis(site.pattern, ignoringCase: site.ignoresCase)
  }

  private mutating func readVariable(_ directive: NginxDirective, named name: String) {
    guard ["set", "map", "geo", "split_clients", "auth_request_set"].contains(name) else { return }
    let values = directive.values
    guard let first = values.first, let last = values.last else { return }
    switch name {
    case "set" where values.count == 2:
      add(first, .text(last, directive), in: Self.reach(of: directive))
    case "map" where values.count == 2 && directive.isBlock: add(last, .map(directive), in: nil)
    case "geo", "split_clients": add(last, .constant, in: nil)
    case "auth_request_set": add(first, .constant, in: directive.parentID)
    default: break
    }
  }

  /// The block in which what a directive gives a variable may be seen: it outlives an `if`.
  private static func reach(of directive: NginxDirective) -> Int? {
    var block = directive.parent
    while let condition = block, condition.name == "if" { block = condition.parent }
    return block?.id
  }

  private mutating func add(_ name: String, _ definition: Definition, in block: Int?) {
    let name = name.hasPrefix("$") ? String(name.dropFirst()) : name
    definitions[name, default: [:]][block, default: []].append(definition)
  }

  /// What defines a variable where a directive uses it.
  private func visible(_ name: String, at directive: NginxDirective) -> [Definition] {
    guard let all = definitions[name] else { return [] }
    let blocks = sequence(first: directive) { $0.parent }.map { Int?.some($0.id) } + [nil]
    var visible: [Definition] = []
    for definition in blocks.flatMap({ (all[$0] ?? []).reversed() }) {
      visible.append(definition)
      // What a `set` gives for sure, nothing before it changes.
      guard case .text(_, let setter) = definition, setter.isSurelyRun(before: directive) else {
        continue
      }
      break
    }
    return visible
  }

  /// What a client may write into a variable where a directive uses it; nil where nobody knows.
  func taint(
    of name: String, at directive: NginxDirective, position: Int, seen: Set<String> = []
  ) -> NginxTaint? {
    guard seen.count < 20, !seen.contains(name) else { return .clean }
    if let number = Int(name) {
      return capture(number, at: directive, position: position, seen: seen)
    }
    let visible = visible(name, at: directive)
    guard !visible.isEmpty else { return Self.builtIn(name) }
    return visible.map { taint(of: $0, seen.union([name])) }
      .reduce(NginxTaint?.none) { union, next in
        guard let next else { return union }
        return union?.union(next) ?? next
      }
  }

  /// Whether the pattern before has the group of a number; nil where any pattern may be meant.
  func hasGroup(_ number: Int, at directive: NginxDirective, position: Int) -> Bool? {
    guard let site = governingPattern(of: directive, position: position) else {
      return number > largestGroup ? false : nil
    }
    return !site.isNegated
      && number <= analysis(of: site).groupCount
  }

  /// The group of a pattern that a variable holds what it captured of; nil for other variables.
  func group(
    _ name: String, at directive: NginxDirective, position: Int
  ) -> PatternGroup? {
    if let number = Int(name) {
      return governingPattern(of: directive, position: position).flatMap {
        analysis(of: $0).group(number)
      }
    }
    guard case .capture(let group, _, _)? = visible(name, at: directive).first else { return nil }
    return group
  }

  /// The text with its variables replaced where they can hold one constant only.
  func resolved(_ text: String, at directive: NginxDirective, depth: Int = 0) -> String {
    guard depth < 10 else { return text }
    return NginxTextPart.parts(of: text).map { part in
      guard case .variable(let name) = part else { return part.text }
      let visible = visible(name, at: directive)
      guard visible.count == 1, case .text(let text, let setter) = visible[0],
        setter.isSurelyRun(before: directive)
      else { return part.text }
      let value = resolved(text, at: setter, depth: depth + 1)
      return value.hasDollar ? part.text : value
    }.joined()
  }

  private func taint(of definition: Definition, _ seen: Set<String>) -> NginxTaint? {
    switch definition {
    case .constant: return .clean
    case .text(let text, let directive):
      return taint(ofText: text, at: directive, position: 2, seen)
    case .capture(let group, let subject, let directive):
      return taint(of: group, subject: subject, at: directive, seen)
    case .map(let block): return taint(ofMap: block, seen)
    }
  }

  private func taint(ofMap block: NginxDirective, _ seen: Set<String>) -> NginxTaint? {
    var union: NginxTaint?
    for line in block.children where line.name != "include" && line.name != "hostnames" {
      guard let value = line.values.last else { continue }
      let line = taint(ofText: value, at: line, position: 1, seen)
      union = union?.union(line) ?? line
    }
    return union ?? .clean
  }

  private func taint(
    ofText text: String, at directive: NginxDirective, position: Int, _ seen: Set<String>
  ) -> NginxTaint {
    var taint = NginxTaint(bytes: ByteSet(), beginsWithSlash: text.hasPrefix("/"))
    for (index, part) in NginxTextPart.parts(of: text).enumerated() {
      guard case .variable(let name) = part,
        let next = self.taint(of: name, at: directive, position: position, seen: seen)
      else { continue }
      taint.bytes = taint.bytes.union(next.bytes)
      if index == 0 { taint.beginsWithSlash = next.beginsWithSlash }
      // `set` encodes again what it takes from `$1` (`ngx_http_script_copy_capture_code`).
      let isEncoded = directive.name == "set" && Int(name) != nil
      taint.isDecoded = taint.isDecoded || (next.isDecoded && !isEncoded)
    }
    return taint
  }

  private func capture(
    _ number: Int, at directive: NginxDirective, position: Int, seen: Set<String>
  ) -> NginxTaint? {
    guard let site = governingPattern(of: directive, position: position) else { return nil }
    guard let group = analysis(of: site).group(number) else { return .clean }
    return taint(of: group, subject: site.subject, at: directive, seen)
  }

  private func taint(
    of group: PatternGroup, subject: String, at directive: NginxDirective, _ seen: Set<String>
  ) -> NginxTaint? {
    taint(of: subject, at: directive, position: 1, seen: seen).map {
      NginxTaint(
        bytes: group.bytes.intersection($0.bytes), beginsWithSlash: group.beginsWithSlash,
        isDecoded: $0.isDecoded && !group.bytes.intersection(.specialInAddress).isEmpty)
    }
  }

  /// The pattern whose groups `$1` means: the directive's own, or the last one before it.
  private func governingPattern(of directive: NginxDirective, position: Int) -> NginxPatternSite? {
    if directive.name == "rewrite", position > 1 {
      return NginxPatternSite.sites(of: directive).first
    }
    if let line = NginxPatternSite.sites(of: directive).first, directive.parent?.name == "map" {
      return line
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
    guard let entry = NginxVariableTable.standard.entry(named: name, isStream: false) else {
      return nil
    }
    if name == "host" { return NginxTaint(bytes: .host) }
    if name == "request_method" { return NginxTaint(bytes: .requestMethod) }
    let beginsWithSlash = ["uri", "document_uri", "request_uri", "request_filename"].contains(name)
    switch entry.clientText {
    case .nothing: return .clean
    case .printable: return NginxTaint(bytes: .printable, beginsWithSlash: beginsWithSlash)
    case .any:
      return NginxTaint(
        bytes: .all, beginsWithSlash: beginsWithSlash,
        isDecoded: name == "uri" || name == "document_uri")
    }
  }
}

extension NginxDirective {
  /// Whether no condition stands around it that does not also stand around a later directive.
  fileprivate func isSurelyRun(before later: NginxDirective) -> Bool {
    guard let condition = parent, condition.name == "if" else { return true }
    return sequence(first: later) { $0.parent }.contains { $0.id == condition.id }
  }
}

extension ByteSet {
  /// What means something else in an address once it is decoded.
  fileprivate static let specialInAddress = ByteSet(Array("?#%".utf8))

  /// What nginx takes for a method (`ngx_http_parse_request_line`).
  fileprivate static let requestMethod = ByteSet(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ_-".utf8))
}
