extension StringProtocol {
  /// Whether the bytes of a text stand together somewhere in this one.
  ///
  /// Paths are bytes: comparing them as characters, as `contains` does, costs a hundred times more.
  func hasBytes(of other: some StringProtocol) -> Bool {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: other.utf8) { return true }
      utf8.formIndex(after: &start)
    }
    return other.isEmpty
  }
}
