internal import NginxConfig

/// Whose configuration a file is, where its user says so.
package struct FileAssignment: Hashable, Sendable {
  /// A program, or none.
  package enum Reader: String, CaseIterable, Sendable {
    case nginx
    case uwsgi
    case supervisord

    /// The file is no configuration, whatever it looks like.
    case none
  }

  /// The path below the folder; stars match any text.
  package let pattern: String
  package let reader: Reader

  package init(pattern: String, reader: Reader) {
    self.pattern = pattern
    self.reader = reader
  }
}

extension [FileAssignment] {
  /// Whether a file whose content nobody sees is a configuration, as its user or its name says.
  func makeConfiguration(of path: String) -> Bool {
    let reader = last { path.matches($0.pattern) }?.reader
    return reader.map { $0 != .none } ?? [".conf", ".ini"].contains(where: path.hasSuffix)
  }

  /// The role of a file: what its user says, or else what its content and its name tell.
  func role(of path: String, _ bytes: [UInt8]) -> FileRole? {
    let own = FileRole(bytes) ?? FileRole(name: path.lastPathComponent)
    guard let reader = last(where: { path.matches($0.pattern) })?.reader else { return own }
    switch reader {
    case .none: return nil
    case .uwsgi: return .uwsgi
    case .supervisord: return .supervisord
    case .nginx: return own?.program == "nginx" ? own : .nginxPart(.server)
    }
  }
}

extension String {
  /// Whether a pattern with stars describes the whole text.
  fileprivate func matches(_ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
      return self == pattern
    }
    guard count >= first.count + last.count, hasPrefix(first), hasSuffix(last) else { return false }
    var rest = dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
