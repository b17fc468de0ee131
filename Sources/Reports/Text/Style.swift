import Rules

/// What a piece of text means to a terminal's reader.
enum Style {
  case error
  case warning
  case note
  case place
  case strong
  case gutter
  case good

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  /// The sixteen colours that every terminal has, and that its user has chosen.
  fileprivate var code: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .place, .strong: "1"
    case .gutter: "34"
    case .good: "1;32"
    }
  }
}

/// Colours text, where colour was asked for.
struct Painter {
  let hasColor: Bool

  func paint(_ text: String, _ style: Style) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}
