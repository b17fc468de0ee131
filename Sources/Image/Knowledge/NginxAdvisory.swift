internal import SourceText

/// A hole of nginx that its makers told of (nginx.org/en/security_advisories.html, and CHANGES).
package struct NginxAdvisory: Sendable {
  /// A directive by its name, and a pattern of its parameters, as GLOB of SQLite reads it.
  package struct Sign: Hashable, Sendable {
    package let name: String

    /// `*` where any will do.
    package let parameters: String
  }

  /// What opens the hole: a directive, another one in force beside it, and one that closes it.
  package struct Exposure: Hashable, Sendable {
    package let directive: Sign
    package let companion: Sign?
    package let remedy: Sign?
  }

  /// The number of the list of Common Vulnerabilities and Exposures.
  package let name: String

  /// The makers' word for how grave it is: low, medium, major.
  package let severity: String

  /// What it is, in a few words.
  package let hole: String

  /// The first releases of their series without it, newest first.
  package let mended: [Version]

  /// Whether every configuration opens it.
  package let isAlwaysOpen: Bool

  /// Each opens it alone; none where no directive tells.
  package let exposures: [Exposure]

  private let vulnerable: [(first: Version, last: Version)]

  /// Whether a version certainly has the hole; one that is cut short, as `1.25`, may be any of its series.
  package func concerns(_ version: Version) -> Bool {
    let isInRange = vulnerable.contains { range in
      version.isAtLeast(range.first) == .yes && version.isAtMost(range.last) == .yes
    }
    return isInRange && mending(in: version).allSatisfy { version.isAtLeast($0) == .no }
  }

  /// Whether the series of a version, its first two numbers, got a release without the hole.
  package func isMended(inSeriesOf version: Version) -> Bool {
    !mending(in: version).isEmpty
  }

  private func mending(in series: Version) -> [Version] {
    mended.filter { $0.parts.prefix(2) == series.parts.prefix(2) }
  }
}

extension NginxAdvisory {
  /// All that are known: `knowledge/nginx/advisories.tsv`.
  package static let known: [NginxAdvisory] = {
    var rows = TabbedTable(KnowledgeLibrary.table("nginx/advisories") ?? "")
    _ = rows.next()
    return rows.map { row in
      var row = row
      return NginxAdvisory(&row)
    }
  }()

  private init(_ row: inout TabbedRow) {
    name = row.text()
    severity = row.text()
    vulnerable = row.text().split(separator: " ").compactMap { range in
      let ends = range.split(separator: "-").compactMap { Version($0) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return (first, last)
    }
    mended = row.text().split(separator: " ").compactMap { Version($0) }
    let exposedBy = row.text()
    isAlwaysOpen = exposedBy == "*"
    exposures =
      exposedBy.utf8.count > 1
      ? exposedBy.split(separator: "|").map { Exposure($0) } : []
    hole = row.text()
  }
}

extension NginxAdvisory.Exposure {
  /// Reads `directive`, `directive & companion` and `directive ! remedy`.
  fileprivate init(_ text: Substring) {
    func sign(after mark: Character) -> NginxAdvisory.Sign? {
      text.split(separator: mark).dropFirst().first.map { NginxAdvisory.Sign($0) }
    }
    directive = NginxAdvisory.Sign(text.prefix { !"&!".contains($0) })
    companion = sign(after: "&")
    remedy = sign(after: "!")
  }
}

extension NginxAdvisory.Sign {
  /// Reads `name` and `name PATTERN`.
  fileprivate init(_ text: Substring) {
    let words = text.split(separator: " ")
    name = String(words.first ?? "")
    parameters = words.count > 1 ? words.dropFirst().joined(separator: " ") : "*"
  }
}
