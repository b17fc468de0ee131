/// A request that was made.
package struct LiveHTTPFact: Fact {
  package static let table = Table<LiveHTTPFact>(
    "live_http",
    "A request that the probe made, and what came of it.",
    columns: [
      .text(
        "purpose", "root, direct, static, traversal, concurrent, expectation, stats, supervisor."
      ) { $0.purpose },
      .text("method", "The method, such as GET.") { $0.method },
      .text("url", "The URL, or protocol and address of a socket.") { $0.url },
      .integer("status", "The status of the answer; NULL where none came.") { $0.status },
      .text("failure", "What happened instead of an answer; NULL where one came.") { $0.failure },
      .text("server", "The header Server of the answer.") { $0.server },
      .integer("body_length", "How many bytes of the body were read; NULL where no answer came.") {
        $0.bodyLength
      },
      .integer("milliseconds", "How long it took, in milliseconds.") { $0.milliseconds },
    ]
  )

  var purpose: String
  var method: String
  var url: String
  var status: Int?
  var failure: String?
  var server: String?
  var bodyLength: Int?
  var milliseconds: Int

  package init(
    purpose: String, method: String, url: String, status: Int?, failure: String?, server: String?,
    bodyLength: Int?, milliseconds: Int
  ) {
    self.purpose = purpose
    self.method = method
    self.url = url
    self.status = status
    self.failure = failure
    self.server = server
    self.bodyLength = bodyLength
    self.milliseconds = milliseconds
  }
}
