import Rules
import SourceText

/// Repairs that can be made at once, because no two of them touch the same bytes.
struct EditBatch {
  /// The findings whose repairs are in; the others wait for the next round.
  private(set) var findings: [Finding] = []
  private let sources: SourceFiles
  private var edits: [SourceFile.ID: [Repair.Edit]] = [:]

  /// Takes each repair whole, if it collides with none before it.
  init(_ candidates: [Finding], in sources: SourceFiles) {
    self.sources = sources
    for finding in candidates {
      guard let edits = finding.repair?.edits(in: sources), edits.allSatisfy(canTake) else {
        continue
      }
      edits.forEach { insert($0) }
      findings.append(finding)
    }
  }

  /// The new bytes of each file that changes, by its path in the folder.
  var contents: [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for (id, edits) in edits {
      let file = sources[id]
      if let origin = file.origin {
        contents[origin] = apply(edits, to: file.bytes)
      }
    }
    return contents
  }

  /// Whether a finding's repair touches only what is in the folder, and within the files' ends.
  static func isPossible(_ finding: Finding, in sources: SourceFiles) -> Bool {
    guard let edits = finding.repair?.edits, !edits.isEmpty else { return false }
    return edits.allSatisfy { edit in
      guard sources.files.indices.contains(Int(edit.span.file.rawValue)) else { return false }
      let file = sources[edit.span.file]
      return file.origin != nil && edit.span.range.upperBound <= file.bytes.count
    }
  }

  private func canTake(_ edit: Repair.Edit) -> Bool {
    let others = edits[edit.span.file] ?? []
    return others.allSatisfy { other in other == edit || !collide(other.span, edit.span) }
  }

  /// Two that only touch are apart, and so are insertions at one place: they follow each other.
  ///
  /// Where one is an insertion and the other is not, their order would be anyone's guess.
  private func collide(_ one: SourceSpan, _ other: SourceSpan) -> Bool {
    if one.range.isEmpty && other.range.isEmpty { return false }
    return one.start == other.start || (one.start < other.end && other.start < one.end)
  }

  /// Keeps each file's edits in order; what two repairs share is made once.
  private mutating func insert(_ edit: Repair.Edit) {
    var others = edits[edit.span.file] ?? []
    guard !others.contains(edit) else { return }
    let place = others.firstIndex { $0.span.start > edit.span.start } ?? others.endIndex
    others.insert(edit, at: place)
    edits[edit.span.file] = others
  }

  private func apply(_ edits: [Repair.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += bytes[position..<Int(edit.span.start)]
      result += Array(edit.replacement.utf8)
      position = Int(edit.span.end)
    }
    return result + bytes[position...]
  }
}
