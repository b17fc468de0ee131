/// Whether something is in an image.
package enum Presence: String, Sendable {
  case present
  case absent

  /// It may be there or not.
  case unknown
}

/// What is known of a path of an image.
package enum NodeLookup: Sendable {
  case present(FileNode)
  case absent

  /// It may be there or not; the node says what it is if it is there, as far as that is known.
  case unknown(FileNode?)

  /// The node, where it is certainly there.
  package var node: FileNode? {
    if case .present(let node) = self { node } else { nil }
  }

  package var presence: Presence {
    switch self {
    case .present: .present
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}
