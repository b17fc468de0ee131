package import SourceText

/// A `.dockerignore`: which paths of the build folder a build does not see.
package struct IgnoreFile: Sendable {
  private struct Rule: Sendable {
    let pattern: IgnorePattern
    let isException: Bool
  }

  private var rules: [Rule] = []

  /// Whether a `!` takes anything back in.
  package var hasExceptions: Bool {
    rules.contains(where: \.isException)
  }

  /// Reads the file: one pattern a line, comments only at its start.
  package init(_ file: SourceFile) {
    var bytes = file.bytes[...]
    if bytes.starts(with: byteOrderMark) { bytes = bytes.dropFirst(byteOrderMark.count) }
    for line in bytes.split(separator: .newline) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("#") { continue }
      add(text)
    }
  }

  private mutating func add(_ line: String) {
    var pattern = Self.trimmed(line)
    guard !pattern.isEmpty else { return }
    let isException = pattern.hasPrefix("!")
    if isException { pattern = Self.trimmed(String(pattern.dropFirst())) }
    guard !pattern.isEmpty else { return }
    pattern = GoPath.cleaned(pattern)
    if pattern.count > 1, pattern.hasPrefix("/") { pattern.removeFirst() }
    rules.append(Rule(pattern: IgnorePattern(pattern), isException: isException))
  }

  /// Whether the build does not see a path, which is relative to the build folder.
  ///
  /// The last pattern that matches the path or a folder above it decides.
  package func ignores(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.isEmpty else { return false }
    var isIgnored = false
    for rule in rules where rule.isException == isIgnored {
      let matches = (1...parts.count).contains { count in
        rule.pattern.matches(parts.prefix(count).joined(separator: "/"))
      }
      if matches { isIgnored = !rule.isException }
    }
    return isIgnored
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !WhiteSpace.contains($0) }),
      let last = scalars.lastIndex(where: { !WhiteSpace.contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
