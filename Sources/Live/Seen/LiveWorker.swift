/// A worker of uWSGI, as its stats server tells of it.
package struct LiveWorker: Hashable, Sendable, Decodable {
  package var id: Int
  package var pid: Int

  /// `idle`, `busy`, `cheap`, `pause` or `sig…`.
  package var status: String
  package var requests: Int
  package var exceptions: Int

  package init(id: Int, pid: Int, status: String, requests: Int = 0, exceptions: Int = 0) {
    self.id = id
    self.pid = pid
    self.status = status
    self.requests = requests
    self.exceptions = exceptions
  }
}

/// What uWSGI's stats server answers.
package struct UwsgiStats: Sendable, Decodable {
  package var version: String
  package var workers: [LiveWorker]

  /// How many requests wait in the sockets' queues.
  package var listenQueue: Int?

  /// The names that uWSGI's stats server gives them.
  package enum CodingKeys: String, CodingKey {
    case version
    case workers
    case listenQueue = "listen_queue"
  }
}
