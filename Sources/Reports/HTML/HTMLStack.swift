import Rules
import SourceText

/// One stack's part of the page.
struct HTMLStack {
  private let verdict: Verdict

  /// The picture's markup.
  private let picture: String?
  private let rules: HTMLRules
  private let html: HTMLWriter
  private let places: Places

  init(_ verdict: Verdict, picture: String?, rules: HTMLRules, html: HTMLWriter) {
    self.verdict = verdict
    self.picture = picture
    self.rules = rules
    self.html = html
    places = Places(verdict)
  }

  func write() {
    html.element("section", ["class": "stack"]) {
      html.element("h2", text: StackPath(verdict).displayPath)
      if let picture {
        html.element("figure", ["class": "picture"]) { html.markup(picture) }
      }
      // The worst first: nobody should have to look for what is broken.
      let all = verdict.findings
      let findings = Severity.allCases.reversed().flatMap { severity in
        all.filter { $0.severity == severity }
      }
      if findings.isEmpty {
        html.element("p", ["class": "clean"], text: "No findings.")
      }
      for finding in findings {
        write(finding)
      }
      writeOtherRules()
    }
    html.breakLine()
  }

  private func write(_ finding: Finding) {
    let anchor = rules.anchor(of: finding.rule)
    html.element("article", ["class": "\(finding.severity.rawValue) \(anchor)"]) {
      html.element("h3") {
        html.element("span", ["class": "severity"], text: finding.severity.rawValue)
        html.text(" ")
        HTMLMarkdown(html: html).writeInline(Printable.line(finding.message))
      }
      html.element("p", ["class": "rule"]) {
        html.element("a", ["href": "#\(anchor)"], text: finding.rule)
      }
      write(finding.span, label: nil)
      for related in finding.related {
        write(related.span, label: related.message)
      }
      if !finding.help.isEmpty {
        html.element("div", ["class": "help"]) {
          HTMLMarkdown(html: html).write(finding.help)
        }
      }
    }
    html.breakLine()
  }

  private func write(_ span: SourceSpan, label: String?) {
    html.element("figure", ["class": label == nil ? "source" : "source other"]) {
      html.element("figcaption") {
        html.element("code", text: places.place(of: span).link)
        if let label {
          html.text(" ")
          HTMLMarkdown(html: html).writeInline(Printable.line(label))
        }
      }
      let file = places.file(of: span)
      if !file.bytes.isEmpty {
        HTMLExcerpt(span, in: file, index: places.index(of: file)).write(to: html)
      }
    }
  }

  private func write(_ suppressed: SuppressedFinding) {
    html.element("li") {
      html.element("code", text: suppressed.finding.rule)
      html.text(" ")
      HTMLMarkdown(html: html).writeInline(Printable.line(suppressed.finding.message))
      html.text(", ")
      html.element("code", text: places.place(of: suppressed.finding.span).link)
      html.text(", \(suppressed.reason.text)")
    }
  }

  private func writeOtherRules() {
    let skipped = verdict.results.compactMap { result in
      if case .skipped(let reason) = result.outcome { (result, reason) } else { nil }
    }
    let idle = skipped.count { $0.0.concernsNothing }
    let passed = verdict.results.filter { result in
      if case .passed = result.outcome { true } else { false }
    }
    guard !skipped.isEmpty || !passed.isEmpty || !verdict.suppressed.isEmpty else { return }
    html.element("details") {
      html.element(
        "summary",
        text: "\(SummaryLine.count(passed.count, "rule")) passed, "
          + "\(idle) had nothing to judge, \(skipped.count - idle) could not be judged, "
          + "\(verdict.suppressed.count) suppressed")
      html.element("ul") {
        for suppressed in verdict.suppressed { write(suppressed) }
        for (result, reason) in skipped {
          html.element("li") {
            html.element("code", text: result.rule.id)
            let what = result.concernsNothing ? "had nothing to judge" : "could not be judged"
            html.text(" \(what): \(reason)")
          }
        }
        for result in passed {
          html.element("li") { html.element("code", text: result.rule.id) }
        }
      }
    }
  }
}
