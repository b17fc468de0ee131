import Live
import Testing

@Suite struct ExpectationTests {
  @Test func `a project says which requests it expects to be answered how`() throws {
    let expectations = try Expectation.read(
      """
      # what must be answered
      probe:
        requests:
          - path: /whoami   # any user
            expect:
              status: 200
              body: "uid="
              headers:
                Content-Type: text/html; charset=utf-8
              latency: 250ms
          - name: an item
            method: POST
            path: /items
            headers: 
              Accept: application/json
            body: '{"a": 1}'
            retries: 3
            expect:
              json:
                items.0.name: first
      """)
    let first = try #require(expectations.first)
    #expect(first.name == "GET /whoami")
    #expect(first.status == 200)
    #expect(first.contains == "uid=")
    #expect(first.latency == .milliseconds(250))
    #expect(first.expectedHeaders.first?.value == "text/html; charset=utf-8")
    let second = try #require(expectations.last)
    #expect(second.method == "POST")
    #expect(second.body == #"{"a": 1}"#)
    #expect(second.retries == 3)
    #expect(second.json.first?.path == "items.0.name")
  }

  @Test(arguments: [
    ("probe:\n  requests:\n    - pth: /", "unknown key `pth`"),
    ("probe:\n  requests: 3", "needs a list"),
    ("probe:\n  requests:\n    - path: /\n      expect:\n        latency: soon", "`soon` is no"),
    ("probe:\n\trequests:", "a tab cannot indent"),
    ("probe:\n  a\n", "expected `key: value`"),
    ("probe:\n  a: 1\n  a: 2\n", "given twice"),
  ])
  func `what is no expectation says so`(text: String, reason: String) {
    let error = #expect(throws: (any Error).self) { try Expectation.read(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(reason))
  }

  @Test func `a file without a probe expects nothing`() throws {
    #expect(try Expectation.read("rules:\n  - a\n").isEmpty)
    #expect(try Expectation.read("").isEmpty)
  }

  @Test(
    arguments: zip(
      ["status", "body", "matches", "json", "header", "latency"],
      [
        "the status is 200, not 404", "the body does not contain `nothing`",
        "the body does not match `^x$`", "`a.1` is `2`, not `3`", "there is no header `X`",
        "it took 50 ms, more than 10 ms",
      ]))
  func `an answer that is not as expected says how`(kind: String, failure: String) {
    var expectation = Expectation(name: kind)
    switch kind {
    case "status": expectation.status = 404
    case "body": expectation.contains = "nothing"
    case "matches": expectation.matches = "^x$"
    case "json": expectation.json = [("a.1", "3")]
    case "header": expectation.expectedHeaders = [("X", "")]
    default: expectation.latency = .milliseconds(10)
    }
    let http = LiveHTTP(
      method: "GET", url: "/",
      outcome: .answered(HTTPAnswer(status: 200, body: Array(#"{"a":[1,2]}"#.utf8))),
      elapsed: .milliseconds(50))
    #expect(expectation.failures(of: http) == [failure])
  }
}
