/// A Python object's name, `module:attribute`, in the notation of `pkg_resources`.
struct EntryPoint {
  let module: String
  let attribute: String?

  /// Reads `module[:attribute] [extras]`; nil where it has another form.
  ///
  /// supervisord puts `x=` before the text for a name; a later equals sign may end it as well.
  init?(_ text: String) {
    var candidate = text[...]
    while true {
      if let entryPoint = Self(afterName: candidate) {
        self = entryPoint
        return
      }
      guard let equals = candidate.firstIndex(of: "="),
        !String(text[..<equals]).pythonStripped.contains("\n")
      else { return nil }
      candidate = candidate[candidate.index(after: equals)...]
    }
  }

  private init?(afterName text: Substring) {
    var rest = String(text).pythonStripped[...]
    if rest.last == "]", let bracket = rest.firstIndex(of: "[") {
      rest = rest[..<bracket]
    }
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).pythonStripped }
    guard let module = parts.first, Self.isDottedName(module) else { return nil }
    if parts.count > 1, !Self.isDottedName(parts[1]) { return nil }
    self.module = module
    attribute = parts.count > 1 ? parts[1] : nil
  }

  private static func isDottedName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0 == "." || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }
}
