package import SourceText

/// What a probe saw, written down as a text that findings can point into.
///
/// A finding needs a place. Where the configuration is not known, its place is the evidence.
package struct EvidenceReport: Sendable {
  private var bytes: [UInt8] = []
  private var ranges: [Evidence: Range<Int>] = [:]
  private let path: String

  /// Writes down all that was seen, and the lines of evidence that are not part of that.
  package init(_ seen: Observation, target: String, evidence: [Evidence]) {
    path = "probe of \(target)"
    append("# what was seen of \(target)\n")
    let all = Self.lines(seen) + evidence
    for kind in Evidence.Kind.allCases {
      let ofKind = all.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      append("\n[\(kind.rawValue)]\n")
      for line in ofKind where ranges[line] == nil {
        let start = bytes.count
        append(line.text.split(separator: "\n").joined(separator: " ") + "\n")
        ranges[line] = start..<(bytes.count - 1)
      }
    }
  }

  /// Adds the text to a stack's files, and answers where each line of evidence stands.
  package func add(to sources: inout SourceFiles) -> (Evidence?) -> SourceSpan {
    let file = sources.add(path: path, bytes: bytes)
    let ranges = ranges
    return { evidence in
      let range = evidence.flatMap { ranges[$0] } ?? 0..<0
      return SourceSpan(file: file.id, start: range.lowerBound, end: range.upperBound)
    }
  }

  private mutating func append(_ text: String) {
    bytes += text.utf8
  }

  private static func lines(_ seen: Observation) -> [Evidence] {
    let requests = seen.requests
    let sent =
      [requests.root, requests.stats, requests.supervisor].compactMap { $0 }
      + requests.direct.values.sorted { $0.url < $1.url } + requests.statics.map(\.http)
      + requests.traversal
    return (seen.container.map { [Evidence(.container, $0.evidence)] } ?? [])
      + (seen.programs ?? []).map { Evidence(.program, $0.evidence) }
      + (seen.processes ?? []).map { Evidence(.process, seen.evidence($0)) }
      + (seen.sockets ?? []).filter(\.isListening)
      .map { Evidence(.socket, "listening: \($0.address)") }
      + seen.files.values.sorted { $0.path < $1.path }.map { Evidence(.file, seen.evidence($0)) }
      + sent.map { Evidence(.request, $0.evidence) }
      + seen.log.suffix(keptLines).map { Evidence(.log, $0.evidence) }
  }
}

private let keptLines = 200
