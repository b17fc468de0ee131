/// Follows supervisord's own log to the states of its programs.
///
/// `supervisor/process.py` and `supervisor/supervisord.py` write these lines.
package struct SupervisorLog: Sendable {
  private var programs: [String: LiveProgram] = [:]
  private var order: [String] = []

  package init() {}

  /// The programs in the order in which they were first started; nil where none was.
  package static func programs(_ log: [LiveLog]) -> [LiveProgram]? {
    var reader = SupervisorLog()
    for line in log { reader.read(line.text) }
    return reader.order.isEmpty ? nil : reader.order.compactMap { reader.programs[$0] }
  }

  /// Takes the next line of supervisord's log.
  package mutating func read(_ line: String) {
    // 2026-11-22 16:30:00,123 INFO spawned: 'uwsgi' with pid 8
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count == 4, words[0].count == 10, ["INFO", "WARN", "CRIT"].contains(words[2])
    else { return }
    let event = words[3]
    if event.hasPrefix("supervisord started with pid ") {
      programs = [:]
      order = []
    } else if let rest = after("spawned: '", event), let end = rest.range(of: "' with pid ") {
      update(String(rest[..<end.lowerBound])) {
        $0.state = .starting
        $0.pid = Int(rest[end.upperBound...])
      }
    } else if let rest = after("success: ", event), let end = rest.range(of: " entered RUNNING") {
      update(String(rest[..<end.lowerBound])) { $0.state = .running }
    } else if let rest = after("gave up: ", event), let end = rest.range(of: " entered FATAL") {
      update(String(rest[..<end.lowerBound])) { $0.state = .fatal }
    } else if let rest = after("exited: ", event) {
      exited(rest)
    } else if let rest = after("stopped: ", event), let end = rest.range(of: " (") {
      update(String(rest[..<end.lowerBound])) { $0.state = .stopped }
    }
  }

  /// `uwsgi (exit status 1; not expected)`, or `uwsgi (terminated by SIGKILL; not expected)`.
  private mutating func exited(_ rest: String) {
    guard let end = rest.range(of: " (") else { return }
    let how = rest[end.upperBound...].dropLast()
    update(String(rest[..<end.lowerBound])) { program in
      // Before it was RUNNING an exit leads to another attempt, whatever its status.
      program.state = program.state == .starting ? .backoff : .exited
      program.problem = String(how)
      program.exitStatus = how.split(separator: ";").first?.split(separator: " ").last
        .flatMap { Int($0) }
      program.pid = nil
    }
  }

  private mutating func update(_ name: String, _ change: (inout LiveProgram) -> Void) {
    if programs[name] == nil { order.append(name) }
    var program =
      programs[name] ?? LiveProgram(group: name, name: name, state: .unknown, source: .log)
    change(&program)
    programs[name] = program
  }

  private func after(_ prefix: String, _ text: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }
}

extension StringProtocol {
  /// Where a text stands first; the standard library has it for patterns only.
  func range(of text: String) -> Range<Index>? {
    ranges(of: text).first
  }
}
