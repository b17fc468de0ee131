/// A version of nginx.
package struct NginxVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Major, minor and patch in groups of three digits.
  package let number: Int32

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    number = Int32(major * 1_000_000 + minor * 1_000 + patch)
  }

  /// The version of a table's number; nil for 0, which stands for none.
  init?(number: Int?) {
    guard let number, number != 0 else { return nil }
    self.number = Int32(clamping: number)
  }

  /// Reads `1.22.1`, or the start of it such as `1.22`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".").map { Int($0) }
    guard (2...3).contains(parts.count), let major = parts[0], let minor = parts[1] else {
      return nil
    }
    guard (0..<1000).contains(major), (0..<1000).contains(minor) else { return nil }
    let patch = parts.count == 3 ? parts[2] ?? 0 : 0
    self.init(major, minor, min(max(patch, 0), 999))
  }

  package static func < (left: NginxVersion, right: NginxVersion) -> Bool {
    left.number < right.number
  }

  package var description: String {
    "\(number / 1_000_000).\(number / 1_000 % 1_000).\(number % 1_000)"
  }

  /// From the first version that has something to the first that has it no more.
  package struct Span: Hashable, Sendable {
    /// Nil where it was always there.
    package let since: NginxVersion?

    /// Nil where it is still there.
    package let removed: NginxVersion?

    /// Whether a version has it; a version that is not known may.
    package func contains(_ version: NginxVersion?) -> Bool {
      guard let version else { return true }
      if let since, version < since { return false }
      if let removed, version >= removed { return false }
      return true
    }
  }
}
