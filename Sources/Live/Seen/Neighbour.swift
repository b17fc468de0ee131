/// Another container that was probed at the same time, as one of the same project is.
package struct Neighbour: Sendable {
  package var name: String

  /// The names and addresses by which it is reached on its networks.
  package var hosts: Set<String>
  package var networks: Set<String>

  /// Nil where they could not be looked at.
  package var sockets: [LiveSocket]?
  package var isRunning: Bool

  package init(_ container: LiveContainer, sockets: [LiveSocket]?) {
    name = container.name
    hosts = container.hosts
    networks = container.networks
    self.sockets = sockets
    isRunning = container.status == .running
  }
}
