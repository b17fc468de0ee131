import Live
import Settings
import Testing

@Suite struct ExpectationTests {
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
