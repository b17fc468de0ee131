/// An answer that may be missing.
enum Certainty: Sendable {
  case yes
  case no
  case maybe

  init(_ value: Bool) {
    self = value ? .yes : .no
  }

  /// What is true of several cases of which one is the real one.
  init(ofOne cases: some Sequence<Certainty>) {
    var all: Certainty?
    for one in cases {
      if let known = all, known != one {
        self = .maybe
        return
      }
      all = one
    }
    self = all ?? .maybe
  }

  func and(_ other: @autoclosure () -> Certainty) -> Certainty {
    switch self {
    case .no: .no
    case .yes: other()
    case .maybe: other() == .no ? .no : .maybe
    }
  }
}
