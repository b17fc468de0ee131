import FoundationEssentials
import Rules

/// A baseline as JSON: one entry for each finding, ordered, so that changes read well.
enum BaselineFile {
  private struct Content: Codable {
    var version = 1
    var findings: [Finding]
  }

  private struct Finding: Codable {
    let rule: String
    let path: String
    let subject: String
  }

  static func read(_ path: String) throws -> Baseline {
    guard let data = FileManager.default.contents(atPath: path),
      let content = try? JSONDecoder().decode(Content.self, from: data), content.version == 1
    else { throw UnreadableFile(path: path) }
    return Baseline(
      content.findings.map {
        Baseline.Entry(rule: $0.rule, path: $0.path, subject: $0.subject)
      })
  }

  static func bytes(of baseline: Baseline) throws -> [UInt8] {
    let findings = baseline.entries.map {
      Finding(rule: $0.rule, path: $0.path, subject: $0.subject)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Content(findings: findings))) + Array("\n".utf8)
  }
}
