extension String {
  /// The text with some scalars replaced.
  ///
  /// What ends a field ends it whatever mark is put on it, so that scalars are looked at, and not
  /// characters: `%` with an accent is one character, and still begins an escape.
  func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let replacement = replacement(scalar) {
        escaped += replacement
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
