import Settings

extension Judge {
  func portUnanswering() -> JointResult.Verdict {
    guard let root = seen.requests.root else {
      return .unobservable(seen.blindness ?? "no port is published, and none could be reached")
    }
    let place = seen.requests.isPublished ? "published" : "not published, asked inside"
    switch root.failure {
    case nil, .answerTimedOut, .bodyTimedOut, .redirectLoop, .malformed:
      return .holds("\(place), answered in \(root.elapsed.brief)")
    case .closed(let bytes) where bytes > 0: return .holds("\(place), answered")
    case .certificate(let why): return .broken([JointBreak("the certificate: \(why)")])
    case .some(let failure): return .broken([unanswered(root, failure)])
    }
  }

  private func unanswered(_ root: LiveHTTP, _ failure: ExchangeFailure) -> JointBreak {
    let listening = (seen.sockets ?? []).filter { $0.isListening && $0.family == .tcp }
    var message = "`\(root.method) \(root.url)` \(failure.clause)"
    let published = seen.container?.publishedPorts.map(\.containerPort) ?? []
    if seen.sockets != nil, let port = published.first {
      let addresses = listening.map { "`\($0.address)`" }.joined(separator: ", ")
      if listening.isEmpty {
        message += "; nothing in the container listens on a port, and \(port) is published"
      } else if let socket = listening.first(where: { $0.port == port }) {
        message += socket.isLoopback ? "; port \(port) listens on \(addresses) alone" : ""
      } else {
        message += "; port \(port) is published, and the container listens on \(addresses)"
      }
    }
    var found = explained(
      .portUnanswering, message, subject: root.url,
      evidence: [Evidence(.request, root.evidence)]
        + listening.map { Evidence(.socket, "listening: \($0.address)") },
      where: { $0.contains("[emerg]") })
    found.promise = promises.listens.first?.span
    return found
  }

  func requestNotAnswered() -> JointResult.Verdict {
    guard let root = seen.requests.root else {
      return .unobservable(seen.blindness ?? "no port could be reached")
    }
    let evidence = [Evidence(.request, root.evidence)]
    guard let answer = root.answer else {
      return .broken([
        explained(.requestNotAnswered, root.summary, subject: root.url, evidence: evidence)
      ])
    }
    if answer.text.contains("Welcome to nginx!") {
      var found = JointBreak(
        "nginx answers with its welcome page", subject: root.url, evidence: evidence)
      found.fix = "Remove the distribution's default site"
      return .broken([found])
    }
    if answer.isRefusalOfNginx { return refusedByNginx(root, answer) }
    guard answer.status >= 500 else {
      return .holds("\(answer.status) in \(root.elapsed.brief)")
    }
    var found = explained(
      .requestNotAnswered, root.summary, subject: root.url, evidence: evidence)
    found.promise = promises.upstreams.first?.span
    return .broken([found])
  }

  /// nginx refuses the front page by itself: that may be meant, unless the application has one.
  private func refusedByNginx(_ root: LiveHTTP, _ answer: HTTPAnswer) -> JointResult.Verdict {
    let direct = seen.requests.direct.values.first { ($0.answer?.status ?? 500) < 400 }
    guard let direct else { return .holds("nginx itself answers \(answer.status)") }
    var found = explained(
      .requestNotAnswered,
      "nginx itself answers \(answer.status), and the application would answer "
        + "\(direct.answer?.status ?? 0)",
      subject: root.url,
      evidence: [Evidence(.request, root.evidence), Evidence(.request, direct.evidence)])
    found.fix = "Compare `location`, `try_files`, `allow` and `deny` with what is asked for"
    return .broken([found])
  }

  func staticFileWrong() -> JointResult.Verdict {
    guard !seen.requests.statics.isEmpty || !seen.requests.missingFolders.isEmpty else {
      return .unobservable("no static location with a file is known")
    }
    let missing = seen.requests.missingFolders.map { folder in
      JointBreak(
        "nginx serves files from `\(folder)`, which is not in the container", subject: folder,
        evidence: [Evidence(.file, "\(folder) absent")],
        promise: promises.statics.first { $0.value.folder == folder }?.span)
    }
    let breaks = seen.requests.statics.compactMap { request -> JointBreak? in
      let evidence = [Evidence(.request, request.http.evidence)]
      let span = promises.statics.first { request.path.hasPrefix($0.value.folder) }?.span
      guard let answer = request.http.answer, answer.status == 200 else {
        var found = explained(
          .staticFileWrong, "\(request.http.summary), not with `\(request.path)`",
          subject: request.path, evidence: evidence, where: { $0.contains(request.path) })
        found.promise = span
        return found
      }
      if answer.body == request.expected { return nil }
      return JointBreak(
        "`\(request.http.url)` gives other bytes than `\(request.path)` has",
        subject: request.path, evidence: evidence, promise: span)
    }
    return verdict(
      missing + breaks, holds: seen.requests.statics.map(\.path).joined(separator: ", "))
  }

  func requestsSerialised() -> JointResult.Verdict {
    let all = seen.requests.concurrent
    guard let root = seen.requests.root, root.answer != nil, all.count > 1 else {
      return .unobservable("no requests were answered that could be compared")
    }
    let failed = all.filter { ($0.answer?.status ?? 0) != root.answer?.status }
    if let failure = failed.first {
      return .broken([
        JointBreak(
          "of \(all.count) requests at one time \(failed.count) fared otherwise than one alone: "
            + failure.summary, subject: root.url, evidence: [Evidence(.request, failure.evidence)])
      ])
    }
    let slowest = all.map(\.elapsed).max() ?? .zero
    // A quick application is done before its requests could meet.
    guard root.elapsed > .milliseconds(200) else {
      return .holds("\(all.count) requests at one time in \(slowest.brief)")
    }
    guard slowest > root.elapsed * (all.count - 1) else {
      return .holds("\(all.count) requests at one time in \(slowest.brief)")
    }
    return .broken([
      explained(
        .requestsSerialised,
        "\(all.count) requests at one time take \(slowest.brief), one alone \(root.elapsed.brief)",
        subject: root.url)
    ])
  }

  func versionDisclosed() -> JointResult.Verdict {
    guard let answer = seen.requests.root?.answer else {
      return .unobservable("nothing answered")
    }
    let names = ["Server", "X-Powered-By", "X-AspNet-Version"]
    let breaks = names.compactMap { name -> JointBreak? in
      guard let value = answer.header(name), value.contains(where: \.isNumber) else { return nil }
      return JointBreak("the header `\(name)` says `\(value)`", subject: name)
    }
    return verdict(breaks, holds: answer.header("Server") ?? "no Server header")
  }

  func pathEscapes() -> JointResult.Verdict {
    guard !seen.requests.traversal.isEmpty else {
      return .unobservable("no location with a folder is known")
    }
    let breaks = seen.requests.traversal.compactMap { http -> JointBreak? in
      guard http.answer?.status == 200 else { return nil }
      let span = promises.statics.first { http.url.contains($0.value.prefix + "..") }?.span
      return JointBreak(
        "`\(http.url)` gives a file from outside the folder", subject: http.url,
        evidence: [Evidence(.request, http.evidence)], promise: span)
    }
    let count = seen.requests.traversal.count
    return verdict(
      breaks, holds: count == 1 ? "a way out is closed" : "\(count) ways out are closed")
  }

  func expectationUnmet() -> JointResult.Verdict {
    let results = seen.requests.expectations
    guard !results.isEmpty else { return .unobservable("none is written in .dovetail.yaml") }
    let breaks = results.filter { !$0.failures.isEmpty }.map { result in
      JointBreak(
        "\(result.expectation.name): \(result.failures.joined(separator: "; "))",
        subject: result.expectation.name, evidence: [Evidence(.request, result.http.evidence)])
    }
    return verdict(breaks, holds: "\(results.count) met")
  }

  func failureInLog() -> JointResult.Verdict {
    guard !seen.log.isEmpty else { return .unobservable("there is no log") }
    var breaks: [JointBreak] = []
    for line in seen.log where !line.text.contains(traversalMark) {
      guard let failure = KnownFailure.first(in: line.text), let severity = failure.severity,
        !breaks.contains(where: { $0.subject == failure.meaning })
      else { continue }
      breaks.append(
        JointBreak(
          "the log says that \(failure.meaning)", subject: failure.meaning,
          evidence: [Evidence(.log, line.evidence)], severity: severity, fix: failure.fix))
    }
    return verdict(breaks, holds: "\(seen.log.count) lines")
  }
}

/// What the probe's own requests for ways out leave in nginx's log.
private let traversalMark = "../"

extension HTTPAnswer {
  /// Whether nginx made the page: `ngx_http_error_40x_page` of ngx_http_special_response.c.
  fileprivate var isRefusalOfNginx: Bool {
    (400..<500).contains(status) && text.contains("<hr><center>nginx")
  }
}
