package import Rules

/// A line of a log that people know: what it means, and which joint it explains.
package struct KnownFailure: Sendable {
  package var pattern: LinePattern

  /// The joints whose break the line explains, best first.
  package var joints: [Joint]

  /// How bad the line is where every joint holds; nil where it says nothing by itself.
  package var severity: Severity?

  /// What it means, in one sentence.
  package var meaning: String

  /// What to do about it.
  package var fix: String

  /// The first known failure that a line shows.
  package static func first(in line: String) -> KnownFailure? {
    let bytes = Array(line.utf8)
    return all.first { $0.pattern.matches(bytes) }
  }

  /// Reads `pattern | joints | severity | meaning | fix`; nil where a line is not of that form.
  package init?(row: some StringProtocol) {
    let fields = row.split(separator: " | ", omittingEmptySubsequences: false).map { String($0) }
    guard fields.count == 5 else { return nil }
    pattern = LinePattern(fields[0])
    joints = fields[1].split(separator: " ").compactMap { Joint(rawValue: String($0)) }
    severity = Severity(rawValue: fields[2])
    meaning = fields[3]
    fix = fields[4]
    guard !joints.isEmpty else { return nil }
  }

  package static let all: [KnownFailure] =
    knownFailures.split(separator: "\n").compactMap { KnownFailure(row: $0) }

  /// The rows of the table that could not be read: a defect that the tests look for.
  package static let malformedRows: [Substring] =
    knownFailures.split(separator: "\n").filter { KnownFailure(row: $0) == nil }
}
