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

  /// How many lines the log had before the first request; nil where older ones may have gone meanwhile.
  package var oldLogLines: Int?
  package var workers: [LiveWorker]?
  package var requests: Requests = Requests()

  /// The files that the source folder has otherwise than the container; nil where none was given.
  package var drift: [Drift]?

  /// The other containers that were probed at the same time.
  package var neighbours: [Neighbour] = []

  /// What came of stopping things; nil where nothing was to be disturbed.
  package var disruption: Disruption?

  /// Why what is nil could not be looked at.
  package var blindness: String?

  /// Begins with what an engine says of a container; without one nothing is seen yet.
  package init(of container: LiveContainer? = nil) {
    self.container = container
  }

  /// The requests that the joints judge.
  package struct Requests: Sendable {
    /// The front page, through nginx.
    package var root: LiveHTTP?

    /// Where `root` was sent: the published port, or the container's own address.
    package var isPublished = true

    /// Whether the container's own address answers this machine; nil where that was not tried.
    package var isReachable: Bool?

    /// uWSGI's socket, spoken to directly; keyed by address.
    package var direct: [String: LiveHTTP] = [:]
    package var statics: [StaticRequest] = []

    /// The folders that nginx should serve files from, and that are not there.
    package var missingFolders: [String] = []
    package var traversal: [LiveHTTP] = []

    /// Requests for the front page that were sent at one time.
    package var concurrent: [LiveHTTP] = []
    package var stats: LiveHTTP?
    package var supervisor: LiveHTTP?
    package var expectations: [ExpectationResult] = []

    package init() {}
  }

  /// Where all distributions have nginx.
  static let nginxProgram = "/usr/sbin/nginx"

  /// The user's name, or its number where the container does not name it.
  package func userName(_ id: Int) -> String {
    knownUserName(id) ?? String(id)
  }

  /// The user's name; nil where the container does not name it.
  package func knownUserName(_ id: Int) -> String? {
    accounts.user(id: id).value?.name
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

/// What was seen while a probe stopped a worker, a program and the container.
package struct Disruption: Sendable {
  /// The pid of the worker that was killed.
  package var killedWorker: Int?

  /// How long it took until there were as many workers again; nil where there never were.
  package var replacedAfter: Duration?

  /// The program of supervisord that was told to stop.
  package var stoppedProgram: LiveProcess?

  /// How long it took until supervisord had started it again; nil where it never did.
  package var restartedAfter: Duration?

  /// How long the container took to stop.
  package var stoppedAfter: Duration?

  /// A request that was half sent when the container was told to stop.
  package var inFlight: LiveHTTP?

  package init() {}
}

/// A file that lies otherwise in the container than in the folder that it should come from.
package struct Drift: Hashable, Sendable {
  /// The path in the container.
  package var path: String

  /// The path in the source folder.
  package var origin: String

  /// Whether the container has the file at all.
  package var isThere: Bool

  package init(path: String, origin: String, isThere: Bool) {
    self.path = path
    self.origin = origin
    self.isThere = isThere
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
