internal import Boot
internal import NginxConfig

extension Filler {
  /// Adds the variables and the regular expressions of a directive.
  mutating func addTexts(of directive: NginxDirective, named name: String, _ scope: NginxScope) {
    for site in NginxPatternSite.sites(of: directive, named: name) {
      add(site, scope.taint.analysis(of: site), directive: scope.id(directive))
    }
    for position in directive.positionsWithDollar {
      var before = ""
      for part in NginxTextPart.parts(of: scope.columns.value(position, of: directive.id)) {
        if case .variable(let name) = part {
          rows.variables.append(
            NginxVariableFact(
              scope, directive.id, position: position + 1, name: name, textBefore: before))
        }
        before += part.text
      }
    }
  }

  private mutating func add(
    _ site: NginxPatternSite, _ analysis: PatternAnalysis, directive: Int
  ) {
    let check = site.originCheck(container.machine.origins)
    rows.patterns.append(
      NginxPatternFact(
        directiveID: directive, pattern: site.pattern, subject: site.subject,
        ignoresCase: site.ignoresCase, groupCount: analysis.groupCount,
        isAnchoredAtStart: analysis.isAnchoredAtStart, isAnchoredAtEnd: analysis.isAnchoredAtEnd,
        isAnchored: analysis.isAnchored, isExplosive: analysis.isExplosive,
        onlyMatch: analysis.onlyMatch,
        stranger: check?.stranger, mismatch: check?.mismatch,
        isForNobody: check?.isForNobody, span: site.span))
  }
}

extension NginxPatternSite {
  /// The check of a pattern for origins or referers; nil for any other.
  fileprivate func originCheck(_ policy: OriginPolicy) -> OriginCheck? {
    guard ["http_origin", "http_referer"].contains(subject) else { return nil }
    return OriginCheck(
      pattern, ignoringCase: ignoresCase, isAddress: subject == "http_referer", policy: policy)
  }
}
