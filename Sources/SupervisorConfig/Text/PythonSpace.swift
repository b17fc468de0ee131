extension Unicode.Scalar {
  /// Whether Python's `str.isspace` calls it white space.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default:
      false
    }
  }
}

extension String {
  /// The text without the white space at both ends, as Python's `str.strip` sees it.
  var pythonStripped: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isPythonSpace }),
      let last = scalars.lastIndex(where: { !$0.isPythonSpace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The words between white space, as Python's `str.split` without arguments finds them.
  var pythonWords: [String] {
    unicodeScalars.split { $0.isPythonSpace }.map { String($0) }
  }

  /// Whether two texts are the same scalars: Swift's `==` takes equivalent spellings as equal.
  func hasScalarPrefix(_ prefix: String) -> Bool {
    unicodeScalars.starts(with: prefix.unicodeScalars)
  }

  /// Python's order of texts: by code points.
  func precedesInPython(_ other: String) -> Bool {
    unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
