/// The 64-bit numbers that a value may be.
package struct NumberRange: Hashable, Sendable {
  package let lower: Int64
  package let upper: Int64

  package static let any = NumberRange(lower: .min, upper: .max)

  package init(lower: Int64, upper: Int64) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  package init(_ number: Int64) {
    self.init(lower: number, upper: number)
  }

  /// The one number that it can be.
  package var exact: Int64? { lower == upper ? lower : nil }

  /// Reads a text as `strtoll(3)` does.
  init(_ text: UwsgiText, unknowns: [UwsgiUnknown]) {
    let digits = text.units.drop { UwsgiText.isWhiteSpace($0) }
    if let unit = digits.first, unit >= UwsgiText.firstUnknown {
      let unknown = unknowns[safe: Int(unit - UwsgiText.firstUnknown)]
      // Digits that follow would make another number of it.
      guard digits.count == 1, let lower = unknown?.lowerBound else {
        self = .any
        return
      }
      self.init(lower: lower, upper: unknown?.upperBound ?? .max)
      return
    }
    self = NumberRange.leadingNumber(of: digits)
  }

  private static func leadingNumber(of units: ArraySlice<UInt16>) -> NumberRange {
    var rest = units
    var isNegative = false
    if let sign = rest.first, sign == UInt16(ascii: "-") || sign == UInt16(ascii: "+") {
      isNegative = sign == UInt16(ascii: "-")
      rest = rest.dropFirst()
    }
    var number: Int64 = 0
    while let unit = rest.first, UwsgiText.isDigit(unit) {
      let digit = Int64(unit) - 48
      let (product, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflows || overflowsToo {
        return NumberRange(isNegative ? .min : .max)
      }
      number = sum
      rest = rest.dropFirst()
    }
    return rest.first.map { $0 >= UwsgiText.firstUnknown } == true ? .any : NumberRange(number)
  }
}

extension UwsgiText {
  static func isDigit(_ unit: Unit) -> Bool {
    unit >= Unit(ascii: "0") && unit <= Unit(ascii: "9")
  }

  /// What C's `isspace` takes for white space.
  static func isWhiteSpace(_ unit: Unit) -> Bool {
    unit == 32 || (9...13).contains(unit)
  }
}
