/// The names that a report has used, so that none is used twice.
struct TestNames {
  private var used: [String: Int] = [:]

  /// The name itself, or with an ordinal if it was there before.
  mutating func unique(_ name: String, in className: String) -> String {
    let key = className + "\n" + name
    let count = (used[key] ?? 0) + 1
    used[key] = count
    return count == 1 ? name : unique("\(name) (\(count))", in: className)
  }
}
