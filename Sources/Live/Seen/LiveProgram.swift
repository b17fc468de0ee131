/// A program of supervisord, in its state of now.
package struct LiveProgram: Hashable, Sendable {
  /// The states' names are supervisord's own.
  package enum State: String, Sendable {
    case stopped = "STOPPED"
    case starting = "STARTING"
    case running = "RUNNING"
    case backoff = "BACKOFF"
    case stopping = "STOPPING"
    case exited = "EXITED"
    case fatal = "FATAL"
    case unknown = "UNKNOWN"
  }

  /// Who told the state.
  package enum Source: String, Sendable {
    case rpc = "XML-RPC"
    case log
  }

  package var group: String
  package var name: String
  package var state: State
  package var pid: Int?
  package var exitStatus: Int?

  /// What supervisord says of a program that it could not start.
  package var problem: String
  package var source: Source

  package init(
    group: String, name: String, state: State, pid: Int? = nil, exitStatus: Int? = nil,
    problem: String = "", source: Source
  ) {
    self.group = group
    self.name = name
    self.state = state
    self.pid = pid
    self.exitStatus = exitStatus
    self.problem = problem
    self.source = source
  }

  /// The name that `supervisorctl` takes.
  package var fullName: String {
    group == name ? name : "\(group):\(name)"
  }
}
