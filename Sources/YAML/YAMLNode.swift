package import SourceText

/// A value of a YAML document, and where it stands.
package indirect enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], SourceSpan)

  /// In the order of the file; behind them what `<<` merges in and the mapping has not itself.
  case mapping([YAMLPair], SourceSpan)

  package var span: SourceSpan {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(_, let span), .mapping(_, let span): span
    }
  }

  /// The last value of a key.
  package subscript(key: String) -> YAMLNode? {
    pairs?.last { $0.key.text == key }?.value
  }

  package var pairs: [YAMLPair]? {
    if case .mapping(let pairs, _) = self { pairs } else { nil }
  }

  package var elements: [YAMLNode]? {
    if case .sequence(let elements, _) = self { elements } else { nil }
  }

  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  /// Whether it stands for nothing: `null`, `~` or no text at all, without quotes.
  package var isNull: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }
}

/// A text of a YAML document.
package struct YAMLScalar: Sendable {
  package let text: String

  /// Whether it stands without quotes, and so may be a number, a boolean or null.
  package let isPlain: Bool
  package let span: SourceSpan
}

/// A key and its value.
package struct YAMLPair: Sendable {
  package let key: YAMLScalar
  package let value: YAMLNode

  /// The tag that stands before the value, such as `!reset`.
  package var valueTag: String?
}
