import Rules

/// The rules of a page: their choice in the filter, and their pages at its end.
struct HTMLRules {
  /// The rules that found something, in the order of their ids.
  private let rules: [Rule]
  private let numbers: [String: Int]

  init(_ report: Report) {
    var byID: [String: Rule] = [:]
    for verdict in report.verdicts {
      for result in verdict.results where !result.findings.isEmpty {
        byID[result.rule.id] = result.rule
      }
    }
    rules = byID.values.sorted { $0.id < $1.id }
    numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  /// A name for a rule's elements that is safe in a style sheet and an address.
  func anchor(of id: String) -> String {
    "rule-\(numbers[id] ?? 0)"
  }

  /// Hides the findings of all rules but the chosen one.
  var filterStyle: String {
    rules.map { rule in
      let anchor = anchor(of: rule.id)
      return "body:has(option[value=\(anchor)]:checked) article:not(.\(anchor)){display:none}\n"
    }.joined()
  }

  func writeChoice(to html: HTMLWriter) {
    html.element("select", ["aria-label": "Rule"]) {
      html.element("option", ["value": "all"], text: "all rules")
      for rule in rules {
        html.element("option", ["value": anchor(of: rule.id)], text: rule.id)
      }
    }
  }

  func write(to html: HTMLWriter) {
    guard !rules.isEmpty else { return }
    html.element("section", ["class": "rules"]) {
      html.element("h2", text: "The rules")
      for rule in rules {
        html.element("details") {
          html.element("summary") {
            html.element("code", text: rule.id)
            html.text(" ")
            HTMLMarkdown(html: html).writeInline(rule.title)
          }
          // A link to what is inside opens the details; one to themselves would not.
          html.element("div", ["id": anchor(of: rule.id)]) {
            HTMLMarkdown(html: html).write(rule.page)
          }
        }
        html.breakLine()
      }
    }
  }
}
