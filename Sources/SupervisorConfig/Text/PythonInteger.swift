extension Int {
  /// Reads a number as Python's `int(text, radix)` does: white space, a sign, single underscores.
  ///
  /// Python's numbers have no end; one that is too big for `Int` becomes the nearest one.
  init?(python text: String, radix: Int = 10) {
    var rest = text.pythonStripped.unicodeScalars[...]
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest.removeFirst()
    }
    if radix == 8, rest.first == "0", let mark = rest.dropFirst().first, mark == "o" || mark == "O"
    {
      rest.removeFirst(2)
      // Python allows one underscore between the prefix and the digits.
      if rest.first == "_" { rest.removeFirst() }
    }
    guard let magnitude = Int(digits: rest, radix: radix) else { return nil }
    self = isNegative ? -magnitude : magnitude
  }

  private init?(digits: Substring.UnicodeScalarView, radix: Int) {
    var value = 0
    var lastWasDigit = false
    for scalar in digits {
      if scalar == "_", lastWasDigit {
        lastWasDigit = false
        continue
      }
      guard let digit = scalar.decimalDigit, digit < radix else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      value = overflow || carry ? Int.max : sum
      lastWasDigit = true
    }
    guard lastWasDigit else { return nil }
    self = value
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of any script.
  fileprivate var decimalDigit: Int? {
    guard properties.generalCategory == .decimalNumber, let value = properties.numericValue else {
      return nil
    }
    return Int(value)
  }
}
