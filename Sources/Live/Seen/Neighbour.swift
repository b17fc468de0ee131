/// Another container that was probed at the same time, as one of the same project is.
package struct Neighbour: Sendable {
  package var name: String

  /// The names and addresses by which it is reached on its networks.
  package var hosts: Set<String>
  package var networks: Set<String>

  /// Nil where they could not be looked at.
  package var sockets: [LiveSocket]?
  package var isRunning: Bool

  /// The languages in which its ports answered, as far as they were spoken to.
  package var languages: [Int: Promises.Upstream.Speech] = [:]

  /// What is broken there, if that keeps it from answering its neighbours.
  package var cause: Joint?

  /// Takes what was seen in a container; `cause` is its first broken joint.
  package init(_ container: LiveContainer, seen: Observation, cause: Joint? = nil) {
    name = container.name
    hosts = container.hosts
    networks = container.networks
    sockets = seen.sockets
    isRunning = container.status == .running
    for (address, http) in seen.requests.direct where http.answer != nil {
      guard let port = address.split(separator: ":").last.flatMap({ Int($0) }) else { continue }
      languages[port] = http.speech
    }
    self.cause = cause.flatMap {
      Joint.applicationNotLoaded.follows(from: $0) || $0 == .applicationNotLoaded ? $0 : nil
    }
  }
}
