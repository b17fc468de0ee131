/// A request that a probe must find answered in a certain way.
package struct Expectation: Sendable {
  package var name: String
  package var method = "GET"
  package var path = "/"
  package var headers: [(name: String, value: String)] = []
  package var body = ""

  package var status: Int?

  /// Headers that the answer must have; an empty value stands for any.
  package var expectedHeaders: [(name: String, value: String)] = []

  /// Text that the body must contain.
  package var contains: String?

  /// A regular expression that must match somewhere in the body.
  package var matches: String?

  /// Paths such as `items.0.name` into a body of JSON, and the text of what must stand there.
  package var json: [(path: String, value: String)] = []

  /// The longest time that the answer may take.
  package var latency: Duration?

  /// How often to ask again before the expectation counts as unmet.
  package var retries = 0

  package init(name: String) {
    self.name = name
  }
}
