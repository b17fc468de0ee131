extension Duration {
  /// Reads `250ms`, `2s` and `1.5`, which is in seconds; nil for what is no length below a day.
  package init?(written text: String) {
    let isMilliseconds = text.hasSuffix("ms")
    let digits =
      isMilliseconds ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : text[...]
    guard let number = Double(digits), number >= 0 else { return nil }
    let duration: Duration = isMilliseconds ? .milliseconds(number) : .seconds(number)
    guard number < 86_400_000, duration < .seconds(86_400) else { return nil }
    self = duration
  }
}
