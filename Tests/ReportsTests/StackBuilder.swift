import Rules
import SourceText

/// Makes a verdict over files that exist only in the test.
struct StackBuilder {
  private let path: String
  private var sources = SourceFiles()

  init(_ path: String) {
    self.path = path
  }

  mutating func add(_ origin: String, _ text: String) {
    add(origin, bytes: Array(text.utf8))
  }

  mutating func add(_ origin: String, bytes: [UInt8]) {
    _ = sources.add(path: "/app/" + origin, origin: origin, bytes: bytes)
  }

  mutating func add(image path: String, _ text: String) {
    _ = sources.add(path: path, bytes: Array(text.utf8))
  }

  /// The span of a text's first appearance in a file; the whole file where it does not appear.
  func span(_ name: String, _ text: String) -> SourceSpan {
    guard let file = sources.files.first(where: { $0.displayPath == name }) else {
      return span(file: 0, 0..<0)
    }
    let wanted = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) }
    let end = start.map { $0 + wanted.count } ?? file.bytes.count
    return SourceSpan(file: file.id, start: start ?? 0, end: end)
  }

  func span(file: Int32, _ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      file: SourceFile.ID(rawValue: file),
      start: range.lowerBound,
      end: range.upperBound
    )
  }

  func verdict(_ results: [RuleResult]) -> Verdict {
    Verdict(path: path, sources: sources, results: results)
  }
}
