/// A place where a stack's parts meet, which the probe looks at: a rule of the area `probe`.
///
/// The order of the cases is the order in which a container starts and a request travels.
package enum Joint: String, CaseIterable, Sendable {
  case containerNotRunning = "container-not-running"
  case containerRestarting = "container-restarting"
  case programNotRunning = "program-not-running"
  case nginxNotRunning = "nginx-not-running"
  case uwsgiNotRunning = "uwsgi-not-running"
  case processUserUnexpected = "process-user-unexpected"
  case workerAsRoot = "worker-as-root"
  case workerCountUnexpected = "worker-count-unexpected"
  case pidFileStale = "pid-file-stale"
  case upstreamSocketMissing = "upstream-socket-missing"
  case socketOwnerUnexpected = "socket-owner-unexpected"
  case upstreamSocketForbidden = "upstream-socket-forbidden"
  case uwsgiUnanswering = "uwsgi-unanswering"
  case applicationNotLoaded = "application-not-loaded"
  case statsUnanswering = "stats-unanswering"
  case portUnanswering = "port-unanswering"
  case requestNotAnswered = "request-not-answered"
  case staticFileWrong = "static-file-wrong"
  case requestsSerialised = "requests-serialised"
  case versionDisclosed = "version-disclosed"
  case pathEscapes = "path-escapes"
  case containerUnhealthy = "container-unhealthy"
  case expectationUnmet = "expectation-unmet"
  case configurationDrifted = "configuration-drifted"
  case workerNotReplaced = "worker-not-replaced"
  case programNotRestarted = "program-not-restarted"
  case stopTooSlow = "stop-too-slow"
  case failureInLog = "failure-in-log"

  /// The joints that must hold first: where one of them is broken, this one follows from it.
  package var needs: [Joint] {
    switch self {
    case .containerNotRunning, .failureInLog: []
    case .containerRestarting, .programNotRunning, .configurationDrifted: [.containerNotRunning]
    case .stopTooSlow: [.containerNotRunning]
    case .workerNotReplaced: [.uwsgiNotRunning]
    case .programNotRestarted: [.programNotRunning]
    case .nginxNotRunning, .uwsgiNotRunning: [.programNotRunning, .containerRestarting]
    case .processUserUnexpected, .workerAsRoot, .pidFileStale: [.nginxNotRunning, .uwsgiNotRunning]
    case .workerCountUnexpected, .statsUnanswering: [.uwsgiNotRunning]
    case .upstreamSocketMissing: [.uwsgiNotRunning]
    case .upstreamSocketForbidden, .socketOwnerUnexpected: [.upstreamSocketMissing]
    case .uwsgiUnanswering: [.upstreamSocketMissing, .workerCountUnexpected]
    case .applicationNotLoaded: [.uwsgiUnanswering]
    case .portUnanswering: [.nginxNotRunning]
    case .requestNotAnswered: [.portUnanswering, .upstreamSocketForbidden, .applicationNotLoaded]
    case .staticFileWrong, .versionDisclosed, .pathEscapes: [.portUnanswering]
    case .requestsSerialised, .containerUnhealthy, .expectationUnmet: [.requestNotAnswered]
    }
  }

  /// Whether this joint can only hold where another one holds, however far away.
  package func follows(from other: Joint) -> Bool {
    needs.contains { $0 == other || $0.follows(from: other) }
  }
}
