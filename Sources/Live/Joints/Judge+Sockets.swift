import SourceText

extension Judge {
  func upstreamSocketMissing() -> JointResult.Verdict {
    guard seen.sockets != nil else { return unseen("the sockets") }
    let upstreams = upstreams
    guard !upstreams.isEmpty else { return .unobservable("no upstream of nginx is known") }
    var breaks: [JointBreak] = []
    var heard: [String] = []
    for upstream in upstreams {
      switch seen.listener(at: upstream.value.address) {
      case .none:
        guard let (neighbour, port) = seen.neighbour(at: upstream.value.address) else { continue }
        if let found = missing(upstream, at: port, of: neighbour) {
          breaks.append(found)
        } else {
          heard.append("\(upstream.value.address) in `\(neighbour.name)`")
        }
      case .some(.some): heard.append(upstream.value.address)
      case .some(.none):
        let address = upstream.value.address
        if seen.isSocketOfOthers(address) {
          heard.append("\(address) of another container")
        } else {
          breaks.append(missing(upstream))
        }
      }
    }
    if breaks.isEmpty, heard.isEmpty {
      return .unobservable("the upstream is not in this container")
    }
    return verdict(breaks, holds: heard.joined(separator: ", "))
  }

  private func missing(_ upstream: Promises.Promised<Promises.Upstream>) -> JointBreak {
    let listening = (seen.sockets ?? []).filter(\.isListening).map(\.address)
    let others = listening.isEmpty ? "nothing" : "`\(listening.joined(separator: "`, `"))`"
    var found = explained(
      .upstreamSocketMissing,
      "nginx passes requests to `\(upstream.value.address)`, and nothing listens there",
      subject: upstream.value.address,
      evidence: [Evidence(.socket, "listening: \(others)")]
        + [seen.files[upstream.value.address]].compactMap { $0 }
        .map { Evidence(.file, evidence($0)) })
    found.promise = upstream.span
    return found
  }

  /// What is wrong where nginx passes requests to another container; nil where someone listens.
  private func missing(
    _ upstream: Promises.Promised<Promises.Upstream>, at port: Int, of neighbour: Neighbour
  ) -> JointBreak? {
    let listening = (neighbour.sockets ?? []).filter { $0.isListening && $0.family == .tcp }
    if listening.contains(where: { $0.port == port && !$0.isLoopback }) { return nil }
    let message: String
    if !neighbour.isRunning {
      message = "and `\(neighbour.name)` does not run"
    } else if listening.contains(where: { $0.port == port }) {
      message = "and `\(neighbour.name)` listens there on the loopback alone"
    } else {
      let others = listening.map { "`\($0.address)`" }.joined(separator: ", ")
      message =
        "and nothing in `\(neighbour.name)` listens there"
        + (others.isEmpty ? "" : ", but on \(others)")
    }
    var found = explained(
      .upstreamSocketMissing,
      "nginx passes requests to `\(upstream.value.address)`, \(message)",
      subject: upstream.value.address,
      evidence: listening.map { Evidence(.socket, "\(neighbour.name) listening: \($0.address)") })
    found.promise = upstream.span
    return found
  }

  func upstreamSocketForbidden() -> JointResult.Verdict {
    let workers = seen.processes(.nginxWorker)
    let paths = upstreams.filter { $0.value.address.hasPrefix("/") }
    guard !paths.isEmpty else { return .unobservable("no Unix socket of nginx is known") }
    guard let worker = workers.first(where: { $0.userID != 0 }) ?? workers.first else {
      return .unobservable("there is no nginx worker")
    }
    var breaks: [JointBreak] = []
    var looked = 0
    for path in paths {
      guard let file = seen.files[path.value.address], file.kind == .socket else { continue }
      looked += 1
      if let barrier = barrier(to: file, for: worker) {
        breaks.append(forbidden(path, worker: worker, barrier: barrier))
      }
    }
    guard looked > 0 else { return .unobservable("the socket could not be looked at") }
    return verdict(breaks, holds: "\(seen.userName(worker.userID)) may connect")
  }

  /// The first file on the way to a socket that keeps a process out.
  private func barrier(to socket: LiveFile, for process: LiveProcess) -> LiveFile? {
    let folders = socket.path.ancestors.compactMap { seen.files[$0] }
    if let folder = folders.first(where: { !$0.permits(.search, to: process) }) { return folder }
    return socket.permits(.write, to: process) ? nil : socket
  }

  private func forbidden(
    _ path: Promises.Promised<Promises.Upstream>, worker: LiveProcess, barrier: LiveFile
  ) -> JointBreak {
    let user = seen.userName(worker.userID)
    let owner = "\(seen.userName(barrier.userID)):\(seen.groupName(barrier.groupID))"
    let mode = String(barrier.mode, radix: 8)
    let what = barrier.kind == .folder ? "search the folder" : "write"
    var found = explained(
      .upstreamSocketForbidden,
      "nginx's user `\(user)` may not \(what) `\(barrier.path)` (\(owner), mode \(mode))",
      subject: path.value.address,
      evidence: [Evidence(.file, evidence(barrier)), Evidence(.process, seen.evidence(worker))])
    found.promise = socket(at: path.value.address)?.span
    return found
  }

  private func socket(at address: String) -> Promises.Promised<Promises.Endpoint>? {
    promises.uwsgiSockets.first { $0.value.address == address }
  }

  func socketOwnerUnexpected() -> JointResult.Verdict {
    var looked: [String] = []
    var breaks: [JointBreak] = []
    for promised in promises.uwsgiSockets {
      guard let file = seen.files[promised.value.address], file.kind == .socket else { continue }
      looked.append(evidence(file))
      let differences = promised.value.differences(from: file, in: seen)
      guard !differences.isEmpty else { continue }
      breaks.append(
        JointBreak(
          "the socket `\(file.path)` has \(differences.joined(separator: " and "))",
          subject: file.path, evidence: [Evidence(.file, evidence(file))], promise: promised.span))
    }
    guard !looked.isEmpty else { return .unobservable("no Unix socket of uWSGI was seen") }
    return verdict(breaks, holds: looked.joined(separator: ", "))
  }

  func uwsgiUnanswering() -> JointResult.Verdict {
    let upstreams = upstreams
    var breaks = upstreams.compactMap(misunderstoodNeighbour)
    guard !seen.requests.direct.isEmpty || !breaks.isEmpty else {
      return .unobservable(seen.blindness ?? "no socket of uWSGI could be spoken to")
    }
    var holds: [String] = []
    for (address, http) in seen.requests.direct.sorted(by: { $0.key < $1.key }) {
      let upstream = upstreams.first { $0.value.address == address }
      if let found = unanswering(address, http, upstream) {
        breaks.append(found)
      } else if let answer = http.answer {
        holds.append("\(answer.status) in \(http.elapsed.brief)")
      }
    }
    return verdict(breaks, holds: holds.joined(separator: ", "))
  }

  private func unanswering(
    _ address: String, _ http: LiveHTTP, _ upstream: Promises.Promised<Promises.Upstream>?
  ) -> JointBreak? {
    let evidence = [Evidence(.request, http.evidence)]
    let span = socket(at: address)?.span ?? upstream?.span
    if http.answer != nil {
      return upstream.flatMap {
        misunderstanding($0, spoken: http.speech, evidence, socket: span)
      }
    }
    guard let failure = http.failure else { return nil }
    var found = explained(
      .uwsgiUnanswering, "a request to `\(address)` \(failure.clause)", subject: address,
      evidence: evidence)
    found.promise = span
    return found
  }

  /// What is wrong where a socket answers, but not in the language that nginx speaks to it.
  private func misunderstanding(
    _ upstream: Promises.Promised<Promises.Upstream>, spoken: Promises.Upstream.Speech,
    _ evidence: [Evidence], socket: SourceSpan?
  ) -> JointBreak? {
    let address = upstream.value.address
    var found: JointBreak
    switch (upstream.value.speech, spoken) {
    case (.uwsgi, .http):
      found = JointBreak(
        "nginx speaks uwsgi to `\(address)`, and HTTP is spoken there", promise: socket)
      found.fix = "Use `socket` instead of `http-socket`, or `proxy_pass` instead of `uwsgi_pass`"
    case (.http, .uwsgi), (.other, .uwsgi):
      found = JointBreak(
        "nginx speaks no uwsgi to `\(address)`, and uwsgi is spoken there", promise: upstream.span)
      found.fix = "Use `uwsgi_pass` with `include uwsgi_params`"
    default: return nil
    }
    found.subject = address
    found.evidence = evidence
    return found
  }

  /// What is wrong where a neighbour answers, but not in the language that nginx speaks to it.
  private func misunderstoodNeighbour(
    _ upstream: Promises.Promised<Promises.Upstream>
  ) -> JointBreak? {
    guard let (neighbour, port) = seen.neighbour(at: upstream.value.address),
      let spoken = neighbour.languages[port]
    else { return nil }
    let evidence = Evidence(.socket, "\(neighbour.name) speaks \(spoken.rawValue) at \(port)")
    return misunderstanding(upstream, spoken: spoken, [evidence], socket: upstream.span)
  }

  func applicationNotLoaded() -> JointResult.Verdict {
    let answers =
      seen.requests.direct.values.compactMap(\.answer)
      + [seen.requests.root?.answer].compactMap { $0 }
    guard let answer = answers.first else { return .unobservable("nothing answered") }
    guard answers.contains(where: \.isUwsgiWithoutApplication) else {
      return .holds("it answers \(answer.status)")
    }
    return .broken([
      explained(.applicationNotLoaded, "uWSGI answers 500 without an application", subject: "uwsgi")
    ])
  }

  func statsUnanswering() -> JointResult.Verdict {
    guard let http = seen.requests.stats, let address = promises.stats else {
      return .unobservable("no stats server is configured, or it could not be spoken to")
    }
    if let workers = seen.workers {
      let busy = workers.count { $0.status == "busy" }
      return .holds("\(workers.count) workers, \(busy) busy")
    }
    return .broken([
      JointBreak(
        "the stats server at `\(address.value)` \(http.failure?.clause ?? "tells no workers")",
        subject: address.value, evidence: [Evidence(.request, http.evidence)],
        promise: address.span)
    ])
  }
}

extension Promises.Endpoint {
  /// What a socket has that was promised otherwise.
  fileprivate func differences(from file: LiveFile, in seen: Observation) -> [String] {
    var differences: [String] = []
    if let ownerID, ownerID != file.userID {
      differences.append(
        "the owner `\(seen.userName(file.userID))`, not `\(seen.userName(ownerID))`")
    }
    if let groupID, groupID != file.groupID {
      differences.append(
        "the group `\(seen.groupName(file.groupID))`, not `\(seen.groupName(groupID))`")
    }
    if let mode, mode != file.mode {
      differences.append(
        "the mode \(String(file.mode, radix: 8)), not \(String(mode, radix: 8))")
    }
    return differences
  }
}

extension HTTPAnswer {
  /// uWSGI's own answer where it has no application: `uwsgi_500` of core/protocol.c.
  package var isUwsgiWithoutApplication: Bool {
    status == 500 && text == "Internal Server Error" && header("Content-Type") == "text/plain"
  }
}

extension LiveHTTP {
  /// The language of a request that went to a socket directly: its URL begins with it.
  package var speech: Promises.Upstream.Speech {
    Promises.Upstream.Speech(rawValue: String(url.prefix { $0 != ":" })) ?? .other
  }

  /// The request as the probe's report shows it.
  package var evidence: String { "\(summary.filter { $0 != "`" }) (\(elapsed.brief))" }
}

extension String {
  /// The folders above a path, from the root down.
  package var ancestors: [String] {
    let parts = split(separator: "/").dropLast()
    return ["/"] + parts.indices.map { "/" + parts[...$0].joined(separator: "/") }
  }
}
