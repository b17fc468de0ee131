import Rules
import SourceText

/// The way of a request through a stack, from the client to the application.
package struct Picture: Sendable {
  /// The stages of the way, from top to bottom.
  enum Stage: Int, CaseIterable, Sendable {
    case client
    case port
    case server
    case location

    /// A location that only others lead to, by its name.
    case namedLocation
    case socket
    case uwsgi
    case application

    /// A program that supervisord runs beside the way.
    case program
  }

  /// A finding that belongs to a joint of the way.
  struct Mark: Hashable, Sendable {
    let rule: String
    let severity: Severity
  }

  /// One thing on the way.
  struct Box: Sendable {
    let stage: Stage
    let title: String
    var details: [String] = []

    /// Whether the thing is not there, though something leads to it.
    var isMissing = false

    /// What of the sources makes it; the first one is where it begins.
    var spans: [SourceSpan] = []
    var marks: [Mark] = []
  }

  /// A step from one thing to the next.
  struct Arrow: Sendable {
    let from: Int
    let to: Int
    var span: SourceSpan?
    var marks: [Mark] = []
  }

  /// What the stack is called.
  var title: String
  var boxes: [Box] = []
  var arrows: [Arrow] = []

  /// What runs the servers, if it runs them all: `supervisord (as root)`.
  var supervisor: String?

  /// Findings at none of the joints.
  var marks: [Mark] = []

  /// Adds a thing, and answers its number.
  mutating func add(_ box: Box) -> Int {
    boxes.append(box)
    return boxes.count - 1
  }

  /// Adds a step, once.
  mutating func connect(_ from: Int, _ to: Int, span: SourceSpan? = nil) {
    guard !arrows.contains(where: { $0.from == from && $0.to == to }) else { return }
    arrows.append(Arrow(from: from, to: to, span: span))
  }
}

extension Picture.Box {
  /// The lines that a box shows: what it is, more of it, and its marks.
  var lines: [String] {
    [title] + details + marks.map(\.text)
  }
}

extension Picture.Arrow {
  /// What stands beside it: there is room for two lines.
  var lines: [(text: String, severity: Severity)] {
    let all = marks.map { (text: $0.text, severity: $0.severity) }
    guard all.count > 2 else { return all }
    let rest = all[1...].map(\.severity)
    return [all[0], ("and \(rest.count) more", rest.max() ?? .note)]
  }
}

extension Picture.Mark {
  var text: String {
    severity == .error ? "✗ \(rule)" : "! \(rule)"
  }
}

extension [Picture.Mark] {
  /// The worst of them; nil where nothing is wrong.
  var severity: Severity? { map(\.severity).max() }
}
