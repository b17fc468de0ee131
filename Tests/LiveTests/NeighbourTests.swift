import Live
import Rules
import Testing

/// nginx in one container, and uWSGI in another.
@Suite struct NeighbourTests {
  @Test func `what is broken in the other container is the cause`() {
    var seen = Self.web
    seen.neighbours = [
      Neighbour(Self.app(.exited), seen: Observation(), cause: .containerNotRunning)
    ]
    let breaks = Self.breaks(.upstreamSocketMissing, seen)
    #expect(breaks.map(\.severity) == [.note])
    #expect(
      breaks.first?.message.hasSuffix("this follows from `container-not-running` of `app`") == true)
  }

  @Test func `what keeps nobody from answering there is no cause here`() {
    let neighbour = Neighbour(Self.app(.running), seen: Observation(), cause: .staticFileWrong)
    #expect(neighbour.cause == nil)
  }

  @Test func `the other container may speak another language`() {
    var there = Observation()
    there.sockets = [LiveSocket(family: .tcp, address: "0.0.0.0:3031", isListening: true)]
    there.requests.direct["127.0.0.1:3031"] = LiveHTTP(
      method: "GET", url: "http:127.0.0.1:3031/", outcome: .answered(HTTPAnswer(status: 200)),
      elapsed: .zero)
    var seen = Self.web
    seen.neighbours = [Neighbour(Self.app(.running), seen: there)]
    #expect(
      Self.breaks(.uwsgiUnanswering, seen).map(\.message) == [
        "nginx speaks uwsgi to `app:3031`, and HTTP is spoken there"
      ])
  }

  @Test(arguments: [true, false])
  func `a socket in a shared folder may be of another container`(isAnswered: Bool) {
    var seen = Self.web
    seen.files["/run/a.sock"] = LiveFile(path: "/run/a.sock", kind: .socket, mode: 0o666)
    seen.requests.direct["/run/a.sock"] = LiveHTTP(
      method: "GET", url: "uwsgi:/run/a.sock/",
      outcome: isAnswered ? .answered(HTTPAnswer(status: 200)) : .failed(.refused), elapsed: .zero)
    let breaks = Self.breaks(.upstreamSocketMissing, seen, upstream: "/run/a.sock")
    #expect(breaks.isEmpty == isAnswered)
  }

  @Test func `nginx waits for a uWSGI that nobody starts`() {
    var promises = Promises()
    promises.startsUwsgi = false
    promises.upstreams = [.init(.init(address: "/run/a.sock", speech: .uwsgi))]
    let verdict = Judge(seen: Self.web, promises: promises).verdict(on: .uwsgiNotRunning)
    #expect(
      JointResult(joint: .uwsgiNotRunning, verdict: verdict).breaks.map(\.message) == [
        "nginx passes requests to uWSGI at `/run/a.sock`, and there is no uWSGI"
      ])
  }

  @Test(arguments: [(nil, true), (1, false)] as [(Int?, Bool)])
  func `what nginx said of older requests explains no newer one`(old: Int?, isQuoted: Bool) {
    var seen = Self.web
    seen.oldLogLines = old
    seen.log = [
      LiveLog(
        number: 1, stream: .stderr,
        text: "connect() failed (111: refused), upstream: \"uwsgi://172.18.0.2:3031\"")
    ]
    seen.requests.root = LiveHTTP(
      method: "GET", url: "http://localhost/", outcome: .answered(HTTPAnswer(status: 500)),
      elapsed: .zero)
    let message = Self.breaks(.requestNotAnswered, seen).first?.message ?? ""
    #expect(message.hasSuffix("nothing listens where nginx passes its requests") == isQuoted)
  }

  private static func breaks(
    _ joint: Joint, _ seen: Observation, upstream: String = "app:3031"
  ) -> [JointBreak] {
    var promises = Promises()
    promises.upstreams = [.init(.init(address: upstream, speech: .uwsgi))]
    let verdict = Judge(seen: seen, promises: promises).verdict(on: joint)
    return JointResult(joint: joint, verdict: verdict).breaks
  }

  private static var web: Observation {
    var container = LiveContainer(id: "1", name: "web", image: "web", status: .running)
    container.networks = ["project_default"]
    var seen = Observation(of: container)
    seen.processes = [
      LiveProcess(id: 1, parent: 0, userID: 0, groupID: 0, command: ["nginx: master process x"]),
      LiveProcess(id: 2, parent: 1, userID: 33, groupID: 33, command: ["nginx: worker process"]),
    ]
    seen.sockets = [LiveSocket(family: .tcp, address: "0.0.0.0:80", isListening: true)]
    return seen
  }

  private static func app(_ status: LiveContainer.Status) -> LiveContainer {
    var container = LiveContainer(id: "2", name: "app", image: "app", status: status)
    container.hosts = ["app"]
    container.networks = ["project_default"]
    return container
  }
}
