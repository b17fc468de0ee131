import Live
import Machine
import Rules
import SourceText
import Testing

@Suite struct JudgeTests {
  @Test func `every row of the known failures can be read`() {
    #expect(KnownFailure.malformedRows == [])
    #expect(KnownFailure.all.count > 60)
  }

  /// The failures that docs/catalogue.md leaves to a probe.
  @Test(arguments: [
    (
      "*** uWSGI listen queue of socket \"/tmp/app.sock\" (fd: 3) full !!! (101/100) ***",
      "uWSGI's queue was full"
    ),
    (
      "2026/01/01 [error] 7#7: *1 upstream sent too big header while reading response header",
      "the application's headers are larger than nginx's buffer"
    ),
    (
      "2026/01/01 [error] 7#7: *1 readv() failed (104: Connection reset by peer) while reading "
        + "upstream, client: 10.0.0.1",
      "the application closed the connection before nginx had the answer, as one does that leaves "
        + "a request's body unread"
    ),
  ])
  func `what no page can foretell is known in the log`(line: String, meaning: String) {
    #expect(KnownFailure.first(in: line)?.meaning == meaning)
  }

  @Test func `every joint has words of its own`() {
    for joint in Joint.allCases {
      #expect(joint.rule.title != joint.rawValue, "\(joint.rawValue) has no row in the table")
      #expect(!joint.rule.fix.isEmpty)
    }
  }

  @Test func `no joint follows from itself`() {
    for joint in Joint.allCases { #expect(!joint.follows(from: joint)) }
  }

  @Test func `a socket that nginx may not write is the cause, and the 502 follows from it`() throws
  {
    var seen = Self.healthy
    seen.files["/tmp/uwsgi.sock"] = LiveFile(path: "/tmp/uwsgi.sock", kind: .socket, mode: 0o600)
    seen.requests.root = Self.answer(502, "<html>Bad Gateway")
    seen.log.append(
      LiveLog(
        number: 1, stream: .stderr,
        text: "2026/11/22 [crit] 9#9: *1 connect() to unix:///tmp/uwsgi.sock failed (13: "
          + "Permission denied) while connecting to upstream, upstream: "
          + "\"uwsgi://unix:///tmp/uwsgi.sock:\", host: \"localhost\""))
    let findings = Self.verdict(seen).findings
    let first = try #require(findings.first)
    #expect(first.rule == "upstream-socket-forbidden")
    #expect(first.severity == .error)
    #expect(
      first.message == "nginx's user `www-data` may not write `/tmp/uwsgi.sock` (root:root, "
        + "mode 600): nginx's user may not write uWSGI's socket")
    let request = try #require(findings.first { $0.rule == "request-not-answered" })
    #expect(request.severity == .note)
    #expect(request.message.hasSuffix("this follows from `upstream-socket-forbidden`"))
  }

  @Test func `a healthy stack has no finding`() {
    #expect(Self.verdict(Self.healthy).findings.map(\.message) == [])
  }

  @Test func `a machine without any part of a stack is told`() {
    var seen = Observation()
    seen.processes = [LiveProcess(id: 1, parent: 0, userID: 0, groupID: 0, command: ["init"])]
    #expect(
      Self.verdict(seen).findings.map(\.message) == [
        "neither supervisord nor nginx nor uWSGI runs here"
      ])
  }

  @Test func `what was not seen convicts nobody`() {
    let verdict = Self.verdict(Observation())
    #expect(verdict.findings.isEmpty)
    #expect(verdict.results.count == Joint.allCases.count)
    for result in verdict.results {
      guard case .skipped = result.outcome else {
        Issue.record("\(result.rule.id) was judged without being seen")
        continue
      }
    }
  }

  @Test func `a socket of another mode than promised is told`() throws {
    var promises = Promises()
    var socket = Promises.Endpoint(address: "/tmp/uwsgi.sock", speech: .uwsgi)
    socket.ownerID = 33
    socket.mode = 0o660
    promises.uwsgiSockets = [.init(socket)]
    let breaks = Judge(seen: Self.healthy, promises: promises).verdict(on: .socketOwnerUnexpected)
    guard case .broken(let breaks) = breaks else { Issue.record("it holds"); return }
    #expect(
      breaks.map(\.message) == [
        "the socket `/tmp/uwsgi.sock` has the mode 664, not 660"
      ])
  }

  @Test(arguments: [
    (
      Promises.Upstream.Speech.uwsgi, "http",
      ["nginx speaks uwsgi to `/a`, and HTTP is spoken there"]
    ),
    (.http, "uwsgi", ["nginx speaks no uwsgi to `/a`, and uwsgi is spoken there"]),
    (.other, "uwsgi", ["nginx speaks no uwsgi to `/a`, and uwsgi is spoken there"]),
    (.uwsgi, "uwsgi", []), (.http, "http", []), (.other, "http", []),
  ])
  func `two languages at one socket are told`(
    speech: Promises.Upstream.Speech, spoken: String, messages: [String]
  ) {
    var promises = Promises()
    promises.upstreams = [.init(.init(address: "/a", speech: speech))]
    var seen = Self.healthy
    seen.requests.direct["/a"] = Self.answer(200, "flask answers")
    seen.requests.direct["/a"]?.url = "\(spoken):/a/"
    let verdict = Judge(seen: seen, promises: promises).verdict(on: .uwsgiUnanswering)
    let result = JointResult(joint: .uwsgiUnanswering, verdict: verdict)
    #expect(result.breaks.map(\.message) == messages)
  }

  @Test(arguments: [
    ("0.0.0.0:3031", true, nil), ("127.0.0.1:3031", true, "listens there on the loopback alone"),
    ("0.0.0.0:8000", true, "nothing in `app` listens there, but on `0.0.0.0:8000`"),
    ("0.0.0.0:3031", false, "`app` does not run"),
  ])
  func `nginx may pass requests to uWSGI in a container beside it`(
    address: String, isRunning: Bool, failure: String?
  ) {
    var seen = Self.healthy
    seen.container?.networks = ["project_default"]
    var other = LiveContainer(
      id: "2", name: "app", image: "app", status: isRunning ? .running : .exited)
    other.hosts = ["app"]
    other.networks = ["project_default"]
    let socket = LiveSocket(family: .tcp, address: address, isListening: true)
    var there = Observation()
    there.sockets = isRunning ? [socket] : nil
    seen.neighbours = [Neighbour(other, seen: there)]
    var promises = Promises()
    promises.upstreams = [.init(.init(address: "app:3031", speech: .uwsgi))]
    switch Judge(seen: seen, promises: promises).verdict(on: .upstreamSocketMissing) {
    case .holds: #expect(failure == nil)
    case .broken(let breaks):
      #expect(failure.map { breaks[0].message.contains($0) } == true, "\(breaks[0].message)")
    case .unobservable(let why): Issue.record("\(why)")
    }
  }

  @Test func `secrets of the environment stay out of a report`() {
    var seen = Self.healthy
    seen.container?.environment = ["DB_PASSWORD=hunter2hunter2", "URL=postgres://a:sesame@db/x"]
    seen.log = [
      LiveLog(number: 1, stream: .stderr, text: "ModuleNotFoundError: hunter2hunter2 sesame@db"),
      LiveLog(number: 2, stream: .stderr, text: "postgres://a:sesame@db/x is down"),
    ]
    let verdict = Self.verdict(seen)
    let all =
      verdict.sources.files.map { $0.text(in: 0..<$0.bytes.count) }.joined()
      + verdict.findings.map(\.message).joined()
    #expect(!all.contains("hunter2"))
    #expect(!all.contains("postgres://a:sesame"))
  }

  @Test func `a secret in a file of the container is masked, byte by byte`() throws {
    var seen = Self.healthy
    seen.container?.environment = ["STRIPE=sk_live_51HyQ2eZvKYlo2C0"]
    var sources = SourceFiles()
    let text = "[uwsgi]\nenv = STRIPE=sk_live_51HyQ2eZvKYlo2C0\nsocket = /tmp/a\n"
    _ = sources.add(path: "/etc/uwsgi.ini", bytes: Array(text.utf8))
    let verdict = ProbeResult(
      target: "web", seen: seen, results: [], elapsed: .zero, sources: sources
    ).verdict()
    let shown = try #require(verdict.sources.files.first)
    #expect(shown.bytes.count == text.utf8.count)
    #expect(
      shown.text(in: 0..<shown.bytes.count).contains("STRIPE=************************\nsocket"))
  }

  static func verdict(_ seen: Observation, _ promises: Promises = Promises()) -> Verdict {
    let judge = Judge(seen: seen, promises: promises)
    let results = Joint.allCases.map { JointResult(joint: $0, verdict: judge.verdict(on: $0)) }
    return ProbeResult(target: "web", seen: seen, results: results, elapsed: .zero).verdict()
  }

  static func answer(_ status: Int, _ body: String) -> LiveHTTP {
    LiveHTTP(
      method: "GET", url: "http://localhost:8080/",
      outcome: .answered(
        HTTPAnswer(status: status, headers: [("Server", "nginx")], body: Array(body.utf8))),
      elapsed: .milliseconds(3))
  }

  static var healthy: Observation {
    var seen = Observation()
    seen.container = LiveContainer(id: "1", name: "web", image: "web", status: .running)
    seen.processes = [
      LiveProcess(id: 1, parent: 0, userID: 0, groupID: 0, command: ["/usr/bin/supervisord"]),
      LiveProcess(id: 8, parent: 1, userID: 0, groupID: 0, command: ["nginx: master process x"]),
      LiveProcess(id: 9, parent: 8, userID: 33, groupID: 33, command: ["nginx: worker process"]),
      LiveProcess(id: 10, parent: 1, userID: 33, groupID: 33, command: ["/usr/bin/uwsgi-core"]),
      LiveProcess(id: 11, parent: 10, userID: 33, groupID: 33, command: ["/usr/bin/uwsgi-core"]),
    ]
    seen.sockets = [
      LiveSocket(family: .unix, address: "/tmp/uwsgi.sock", isListening: true),
      LiveSocket(family: .tcp, address: "0.0.0.0:80", isListening: true),
    ]
    seen.files["/tmp/uwsgi.sock"] = LiveFile(
      path: "/tmp/uwsgi.sock", kind: .socket, mode: 0o664, userID: 33, groupID: 33)
    seen.accounts = Accounts(
      users: [
        User(name: "root", id: 0, groupID: 0), User(name: "www-data", id: 33, groupID: 33),
      ],
      groups: [Group(name: "root", id: 0), Group(name: "www-data", id: 33)], isComplete: true)
    seen.programs = ["nginx", "uwsgi"].map {
      LiveProgram(group: $0, name: $0, state: .running, source: .log)
    }
    seen.requests.root = answer(200, "flask answers\n")
    return seen
  }
}
