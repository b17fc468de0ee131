package import Boot
package import NginxConfig
package import Rules
internal import SourceText

/// What `.dovetail.yaml` says.
package struct Settings: Sendable {
  /// A severity, or nothing at all.
  package enum Weight: Sendable, Hashable {
    case off
    case severity(Severity)
  }

  /// Weights of rules and areas for some paths.
  package struct Part: Sendable {
    /// A pattern of paths, whose stars match any text; nil for all.
    package var path: String?

    /// By the id of a rule or the name of an area.
    package var weights: [String: Weight]
  }

  /// Later parts win over earlier ones, a rule over its area.
  package var parts: [Part] = []
  package var ruleFolders: [String] = []
  package var cores: Int?
  package var environment: [String: String] = [:]

  /// The version of nginx, as its makers released it.
  package var nginxVersion: String?

  /// Whose pages may ask the application.
  package var origins = OriginPolicy()

  /// The headers whose loss in an inner block of nginx counts; empty for all.
  package var keptHeaders: [String] = []

  /// What a probe of a running stack must find answered.
  package var expectations: [Expectation] = []

  /// Whose configuration files are, in the order of the settings.
  package var assignments: [FileAssignment] = []

  /// The path of the file that says all this.
  package var path: String?

  package init() {}

  /// The verdict with the severities of the settings.
  package func applied(to verdict: Verdict) -> Verdict {
    guard !parts.isEmpty else { return verdict }
    var changed = verdict
    changed.results = verdict.results.map { result in
      guard case .failed(let findings) = result.outcome else { return result }
      let kept = findings.compactMap { finding -> Finding? in
        let path = verdict.sources[finding.span.file].displayPath
        switch weight(of: result.rule, at: path) {
        case nil: return finding
        case .off?: return nil
        case .severity(let severity)?:
          var finding = finding
          finding.severity = severity
          return finding
        }
      }
      var result = result
      result.outcome = kept.isEmpty ? .passed : .failed(kept)
      return result
    }
    return changed
  }

  private func weight(of rule: Rule, at path: String) -> Weight? {
    for key in [rule.id, rule.area] {
      for part in parts.reversed() {
        guard let weight = part.weights[key] else { continue }
        if part.path.map({ Self.matches(path, $0) }) ?? true { return weight }
      }
    }
    return nil
  }

  /// Whether a path, or its end after a slash, is what a pattern with stars describes.
  static func matches(_ path: String, _ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    return [path[...]].contains { matches($0, pieces) }
      || path.indices.contains { path[$0] == "/" && matches(path[$0...].dropFirst(), pieces) }
  }

  private static func matches(_ text: Substring, _ pieces: [Substring]) -> Bool {
    guard let first = pieces.first, text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 { return rest.hasSuffix(piece) }
      guard let range = rest.firstRange(of: piece) else { return piece.isEmpty }
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty
  }
}
