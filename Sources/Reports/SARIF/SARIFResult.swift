import Rules
import SourceText

/// A finding as a result of SARIF's.
struct SARIFResult {
  let place: Place
  private let finding: Finding

  /// Why nobody is to be told; nil for what is told.
  private let suppression: SuppressedFinding.Reason?
  private let places: Places

  init(_ finding: Finding, _ suppression: SuppressedFinding.Reason? = nil, places: Places) {
    self.finding = finding
    self.suppression = suppression
    self.places = places
    place = places.place(of: finding.span)
  }

  func write(ruleIndex: Int?, fingerprint: String, to json: JSONWriter) {
    json.object {
      json.value("ruleId", finding.rule)
      if let ruleIndex {
        json.value("ruleIndex", ruleIndex)
      }
      json.value("level", finding.severity.rawValue)
      json.object("message") { json.value("text", message) }
      json.array("locations") {
        json.object { SARIFLocation(place).write(to: json) }
      }
      writeRelated(to: json)
      json.object("partialFingerprints") {
        json.value("dovetailSubject/v1", fingerprint)
      }
      if let repair = finding.repair {
        write(repair, to: json)
      }
      if let suppression {
        write(suppression, to: json)
      }
    }
  }

  /// The message, with a link to each related place.
  private var message: String {
    let links = finding.related.enumerated().map { number, related in
      "\n[\(SARIFResult.escaped(related.message))](\(number + 1))"
    }
    return SARIFResult.escaped(finding.title) + links.joined()
  }

  private func writeRelated(to json: JSONWriter) {
    guard !finding.related.isEmpty else { return }
    json.array("relatedLocations") {
      for (number, related) in finding.related.enumerated() {
        json.object {
          json.value("id", number + 1)
          SARIFLocation(places.place(of: related.span)).write(to: json)
          json.object("message") { json.value("text", related.message) }
        }
      }
    }
  }

  private func write(_ repair: Repair, to json: JSONWriter) {
    let files = Dictionary(
      grouping: repair.edits(in: places.verdict.sources), by: \.span.file)
    json.array("fixes") {
      json.object {
        if let help = MarkdownParser.firstParagraph(of: finding.help) {
          json.object("description") { json.value("text", help) }
        }
        json.array("artifactChanges") {
          for file in files.keys.sorted() {
            write(files[file] ?? [], to: json)
          }
        }
      }
    }
  }

  private func write(_ edits: [Repair.Edit], to json: JSONWriter) {
    json.object {
      if let first = edits.first {
        SARIFLocation(places.place(of: first.span)).writeArtifact(to: json)
      }
      json.array("replacements") {
        for edit in edits {
          json.object {
            SARIFLocation(places.place(of: edit.span)).writeRegion("deletedRegion", to: json)
            json.object("insertedContent") { json.value("text", edit.replacement) }
          }
        }
      }
    }
  }

  private func write(_ suppression: SuppressedFinding.Reason, to json: JSONWriter) {
    json.array("suppressions") {
      json.object {
        switch suppression {
        case .comment(let reason):
          json.value("kind", "inSource")
          json.value("justification", reason)
        case .baseline:
          json.value("kind", "external")
        }
      }
    }
  }

  /// Brackets begin a link in a message, unless a backslash stands before them.
  private static func escaped(_ text: String) -> String {
    text.escaping { $0 == "[" || $0 == "]" || $0 == "\\" ? "\\\($0)" : nil }
  }
}
