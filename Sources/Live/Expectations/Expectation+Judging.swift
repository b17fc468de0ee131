import FoundationEssentials
package import Settings

extension Expectation {
  /// What an answer lacks, in the order in which the expectation lists it.
  package func failures(of http: LiveHTTP) -> [String] {
    guard let answer = http.answer else { return [http.failure?.clause ?? "was not answered"] }
    return [statusFailure(answer)].compactMap { $0 } + headerFailures(answer)
      + bodyFailures(answer) + jsonFailures(answer) + latencyFailures(http)
  }

  private func statusFailure(_ answer: HTTPAnswer) -> String? {
    guard let status, status != answer.status else { return nil }
    return "the status is \(answer.status), not \(status)"
  }

  private func headerFailures(_ answer: HTTPAnswer) -> [String] {
    expectedHeaders.compactMap { name, value in
      guard let actual = answer.header(name) else { return "there is no header `\(name)`" }
      if value.isEmpty || actual == value { return nil }
      return "the header `\(name)` is `\(actual)`, not `\(value)`"
    }
  }

  private func bodyFailures(_ answer: HTTPAnswer) -> [String] {
    var failures: [String] = []
    if let contains, !answer.text.contains(contains) {
      failures.append("the body does not contain `\(contains)`")
    }
    if let matches {
      guard let pattern = try? Regex(matches) else {
        return failures + ["`\(matches)` is not a regular expression"]
      }
      if answer.text.firstMatch(of: pattern) == nil {
        failures.append("the body does not match `\(matches)`")
      }
    }
    return failures
  }

  private func jsonFailures(_ answer: HTTPAnswer) -> [String] {
    guard !json.isEmpty else { return [] }
    guard let document = JSONValue(answer.body) else { return ["the body is not JSON"] }
    return json.compactMap { path, value in
      guard let found = document.value(at: path) else { return "there is no `\(path)` in the body" }
      return found.text == value ? nil : "`\(path)` is `\(found.text)`, not `\(value)`"
    }
  }

  private func latencyFailures(_ http: LiveHTTP) -> [String] {
    guard let latency, http.elapsed > latency else { return [] }
    return ["it took \(http.elapsed.brief), more than \(latency.brief)"]
  }
}

extension Duration {
  /// As people read it: `12 ms` or `3.4 s`.
  package var brief: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
