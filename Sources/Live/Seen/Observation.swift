package import Machine

/// All that a probe has seen of one stack.
///
/// Nil stands for what could not be looked at: it is not known, and convicts nobody.
package struct Observation: Sendable {
  package var container: LiveContainer?
  package var processes: [LiveProcess]?

  /// The path of a Python in the container, which can speak to its sockets.
  package var python: String?
  package var sockets: [LiveSocket]?
  package var files: [String: LiveFile] = [:]
  package var accounts = Accounts(isComplete: false)

  /// Nil where no supervisord was seen.
  package var programs: [LiveProgram]?
  package var log: [LiveLog] = []
  package var workers: [LiveWorker]?
  package var requests: Requests = Requests()

  /// Why what is nil could not be looked at.
  package var blindness: String?

  package init() {}

  /// The requests that the joints judge.
  package struct Requests: Sendable {
    /// The front page, through nginx.
    package var root: LiveHTTP?

    /// Where `root` was sent: the published port, or the container's own address.
    package var isPublished = true

    /// uWSGI's socket, spoken to directly; keyed by address.
    package var direct: [String: LiveHTTP] = [:]
    package var statics: [StaticRequest] = []
    package var traversal: [LiveHTTP] = []

    /// Requests for the front page that were sent at one time.
    package var concurrent: [LiveHTTP] = []
    package var stats: LiveHTTP?
    package var supervisor: LiveHTTP?
    package var expectations: [ExpectationResult] = []

    package init() {}
  }

  /// The user's name, or its number where the container does not name it.
  package func userName(_ id: Int) -> String {
    accounts.user(id: id).value?.name ?? String(id)
  }

  /// The group's name, or its number where the container does not name it.
  package func groupName(_ id: Int) -> String {
    accounts.group(id: id).value?.name ?? String(id)
  }

  /// The processes of one role, without zombies.
  package func processes(_ role: LiveProcess.Role) -> [LiveProcess] {
    (processes ?? []).filter { $0.role == role && !$0.isZombie }
  }
}

/// A request for a file that nginx should serve, and the file itself.
package struct StaticRequest: Sendable {
  package var http: LiveHTTP

  /// The file in the container that the location stands for.
  package var path: String

  /// What lies there.
  package var expected: [UInt8]

  package init(http: LiveHTTP, path: String, expected: [UInt8]) {
    self.http = http
    self.path = path
    self.expected = expected
  }
}
