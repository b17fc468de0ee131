internal import NginxConfig

extension Filler {
  /// Adds the variables and the regular expressions of a directive.
  mutating func addTexts(
    of directive: NginxDirective, named name: String, _ reader: NginxTaintReader,
    _ scope: NginxScope
  ) {
    let id = scope.id(directive)
    for site in NginxPatternSite.sites(of: directive, named: name) {
      add(site, directive: id)
    }
    for (index, parameter) in directive.parameters.enumerated() where parameter.hasDollar {
      var before = ""
      for part in NginxTextPart.parts(of: parameter.value) {
        switch part {
        case .text(let text): before += text
        case .variable(let name):
          let position = index + 1
          let taint = reader.taint(of: name, at: directive, position: position)
          let group = reader.group(name, at: directive, position: position)
          rows.variables.append(
            NginxVariableFact(
              directiveID: id, position: position, name: name, textBefore: before,
              isClientControlled: taint?.isClientControlled, mayBreakLine: taint?.mayBreakLine,
              mayReturnCarriage: taint?.mayReturnCarriage, mayNameHost: taint?.mayNameHost,
              isDecoded: taint?.isDecoded,
              hasGroup: Int(name).flatMap {
                reader.hasGroup($0, at: directive, position: position)
              },
              groupsAround: group.map { $0.around.map { " \($0) " }.joined() },
              followsSlash: group?.followsSlash, beginsWithSlash: group?.beginsWithSlash,
              mayBeginWithDot: group?.firstBytes.contains(UInt8(ascii: ".")),
              span: parameter.span))
          before += "$\(name)"
        }
      }
    }
  }

  private mutating func add(_ site: NginxPatternSite, directive: Int) {
    let analysis = PatternAnalysis(site.pattern, ignoringCase: site.ignoresCase)
    rows.patterns.append(
      NginxPatternFact(
        directiveID: directive, pattern: site.pattern, subject: site.subject,
        ignoresCase: site.ignoresCase, groupCount: analysis.groupCount,
        isAnchoredAtStart: analysis.isAnchoredAtStart, isAnchoredAtEnd: analysis.isAnchoredAtEnd,
        isAnchored: analysis.isAnchored, isExplosive: analysis.isExplosive, stranger: site.stranger,
        mismatch: site.mismatch,
        span: site.span))
  }
}

extension NginxPatternSite {
  /// Whom a pattern for origins or referers lets in though it should not.
  fileprivate var stranger: String? { originCheck?.stranger }

  /// What a pattern for origins or referers is made for though no browser sends it.
  fileprivate var mismatch: String? { originCheck?.mismatch }

  private var originCheck: OriginCheck? {
    guard ["http_origin", "http_referer"].contains(subject) else { return nil }
    return OriginCheck(pattern, ignoringCase: ignoresCase, isAddress: subject == "http_referer")
  }
}
