internal import NginxConfig

extension Filler {
  /// Adds the variables and the regular expressions of a directive.
  mutating func addTexts(
    of directive: NginxDirective, _ reader: NginxTaintReader, _ scope: NginxScope
  ) {
    let id = scope.id(directive)
    for site in NginxPatternSite.sites(of: directive) {
      add(site, directive: id)
    }
    for (index, parameter) in directive.parameters.enumerated() where parameter.hasDollar {
      var before = ""
      for part in NginxTextPart.parts(of: parameter.value) {
        switch part {
        case .text(let text): before += text
        case .variable(let name):
          let taint = reader.taint(of: name, at: directive, position: index + 1)
          rows.variables.append(
            NginxVariableFact(
              directiveID: id, position: index + 1, name: name, textBefore: before,
              isClientControlled: taint?.isClientControlled, mayBreakLine: taint?.mayBreakLine,
              mayNameHost: taint?.mayNameHost,
              hasGroup: Int(name).flatMap {
                reader.hasGroup($0, at: directive, position: index + 1)
              },
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
        isExplosive: analysis.isExplosive, stranger: site.stranger, span: site.parameter.span))
  }
}

extension NginxPatternSite {
  /// Whom a pattern for origins or referers lets in though it should not.
  fileprivate var stranger: String? {
    guard ["http_origin", "http_referer"].contains(subject) else { return nil }
    return OriginCheck(pattern, ignoringCase: ignoresCase, isAddress: subject == "http_referer")?
      .stranger
  }
}
