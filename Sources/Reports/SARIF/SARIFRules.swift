import Rules

/// The rules that SARIF's results refer to by their number.
struct SARIFRules {
  private static let longestDescription = 1024

  private let rules: [Rule]
  private let indexes: [String: Int]

  /// Gathers the rules that were asked of any stack, in the order of their ids.
  init(_ report: Report) {
    var byID: [String: Rule] = [:]
    for verdict in report.verdicts {
      for result in verdict.results {
        byID[result.rule.id] = result.rule
      }
    }
    rules = byID.values.sorted { $0.id < $1.id }
    indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  func index(of id: String) -> Int? {
    indexes[id]
  }

  func writeDriver(version: String?, to json: JSONWriter) {
    json.object("driver") {
      json.value("name", "dovetail")
      if let version {
        json.value("semanticVersion", version)
      }
      json.array("rules") {
        for rule in rules {
          write(rule, to: json)
        }
      }
    }
  }

  private func write(_ rule: Rule, to json: JSONWriter) {
    json.object {
      json.value("id", rule.id)
      json.object("shortDescription") { json.value("text", description(rule.title)) }
      json.object("fullDescription") { json.value("text", description(rule.why)) }
      json.object("help") {
        json.value("text", filled("\(rule.why)\n\n\(rule.fix)"))
        json.value("markdown", filled(help(of: rule)))
      }
      json.object("defaultConfiguration") {
        json.value("level", rule.severity.rawValue)
      }
      json.object("properties") {
        json.array("tags") {
          json.value(nil, rule.area)
          if rule.isAboutSecurity { json.value(nil, "security") }
        }
        if rule.isAboutSecurity {
          json.value("security-severity", rule.severity.score)
        }
        json.value("precision", "high")
        json.value(
          "problem.severity", rule.severity == .note ? "recommendation" : rule.severity.rawValue)
      }
    }
  }

  private func help(of rule: Rule) -> String {
    "# \(rule.title)\n\n\(rule.why)\n\n## Fix\n\n\(rule.fix)"
  }

  private func description(_ text: String) -> String {
    let limit = SARIFRules.longestDescription
    let units = text.utf16
    // One unit less where the limit would halve a character.
    return filled(String(units.prefix(limit)) ?? String(units.prefix(limit - 1)) ?? "")
  }

  /// GitHub refuses empty texts.
  private func filled(_ text: String) -> String {
    text.isEmpty ? "-" : text
  }
}

extension Rule {
  /// Whether GitHub should list it among the security alerts.
  fileprivate var isAboutSecurity: Bool { area == "nginx-security" }
}

extension Severity {
  /// What GitHub makes high, medium or low of.
  fileprivate var score: String {
    switch self {
    case .error: "8.0"
    case .warning: "5.0"
    case .note: "2.0"
    }
  }
}
