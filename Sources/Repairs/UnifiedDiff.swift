/// A change as `patch` and `git apply` read it.
package struct UnifiedDiff {
  private static let context = 3

  private let before: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]
  private let path: String
  private let steps: [LineDifference.Step]

  package init(_ change: FileChange) {
    before = UnifiedDiff.lines(of: change.before)
    after = UnifiedDiff.lines(of: change.after)
    // A patch names files from where it is applied: for absolute paths that is the root.
    path = String(change.path.drop { $0 == "/" })
    steps = LineDifference.steps(from: before, to: after)
  }

  /// The patch, in the bytes of the files, whatever they are; empty where nothing changed.
  package var bytes: [UInt8] {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return [] }
    var bytes = Array("--- \(name("a/"))\n+++ \(name("b/"))\n".utf8)
    for hunk in hunks {
      bytes += self.bytes(of: hunk)
    }
    return bytes
  }

  /// The ranges of steps that show each change with its surroundings.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where step != .keep {
      let start = max(0, index - UnifiedDiff.context)
      let end = min(steps.count, index + UnifiedDiff.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func bytes(of hunk: Range<Int>) -> [UInt8] {
    var old = steps[..<hunk.lowerBound].count { $0 != .insert }
    var new = steps[..<hunk.lowerBound].count { $0 != .remove }
    let oldCount = steps[hunk].count { $0 != .insert }
    let newCount = steps[hunk].count { $0 != .remove }
    var bytes = Array("@@ -\(range(old, oldCount)) +\(range(new, newCount)) @@\n".utf8)
    for step in steps[hunk] {
      switch step {
      case .keep:
        bytes += line(" ", before[old])
        old += 1
        new += 1
      case .remove:
        bytes += line("-", before[old])
        old += 1
      case .insert:
        bytes += line("+", after[new])
        new += 1
      }
    }
    return bytes
  }

  /// A range of lines: an empty one is named by the line before it.
  private func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private func line(_ mark: Unicode.Scalar, _ text: ArraySlice<UInt8>) -> [UInt8] {
    var line = [UInt8(ascii: mark)] + text
    if text.last != UInt8(ascii: "\n") {
      line += Array("\n\\ No newline at end of file\n".utf8)
    }
    return line
  }

  /// The name as git writes it: in quotes where it holds what would end it early.
  private func name(_ prefix: String) -> String {
    let needsQuotes = path.utf8.contains { byte in
      byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
    guard needsQuotes else { return prefix + path + (path.contains(" ") ? "\t" : "") }
    return "\"" + prefix + path.utf8.map(UnifiedDiff.quoted).joined() + "\""
  }

  private static func quoted(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x20..<0x7F: return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }

  /// The lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }
}
