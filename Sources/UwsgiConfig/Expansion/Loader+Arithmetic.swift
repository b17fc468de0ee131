import SourceText

extension Loader {
  private enum Operation {
    case join
    case add
    case subtract
    case multiply
    case divide
  }

  /// Computes the text of `%(a + 1)`, left to right; operands without an operator are joined.
  ///
  /// Follows `uwsgi_manage_placeholder` (`core/config.c`). Nil where there is no operand at all.
  mutating func compute(_ expression: UwsgiText, _ entry: Entry) throws -> UwsgiText? {
    var result: UwsgiText?
    var operation = Operation.join
    for word in expression.words {
      if let next = Self.operations[word] {
        operation = next
        continue
      }
      if word == UwsgiText("++") || word == UwsgiText("--") {
        let by = UwsgiText("1")
        result = try result.map {
          try combine($0, by, word.units.first == UInt16(ascii: "+") ? .add : .subtract, entry)
        }
        operation = .join
        continue
      }
      result = try combine(result, operand(word), operation, entry)
      operation = .join
    }
    return result
  }

  private static var operations: [UwsgiText: Operation] {
    [
      UwsgiText("+"): .add, UwsgiText("-"): .subtract, UwsgiText("*"): .multiply,
      UwsgiText("/"): .divide,
    ]
  }

  /// Digits stand for themselves; any other word is a name, and nothing where it is undefined.
  private mutating func operand(_ word: UwsgiText) -> UwsgiText {
    if word.units.allSatisfy(UwsgiText.isDigit) { return word }
    if let unknown = firstUnknown(in: word) {
      // A number that is not known, such as that of the cores, is digits too.
      let isNumber = word.units.count == 1 && unknown.isNumber
      return isNumber ? word : unknownText(UwsgiUnknown(unknown.source))
    }
    switch placeholder(named: word) {
    case .value(let text): return text
    case .absent: return UwsgiText()
    case .unknown(let unknown): return unknownText(unknown)
    }
  }

  private mutating func combine(
    _ left: UwsgiText?, _ right: UwsgiText, _ operation: Operation, _ entry: Entry
  ) throws -> UwsgiText {
    if operation == .join { return (left ?? UwsgiText()) + right }
    let leftRange = NumberRange(left ?? UwsgiText(), unknowns: unknowns)
    let rightRange = NumberRange(right, unknowns: unknowns)
    if let leftNumber = leftRange.exact, let rightNumber = rightRange.exact {
      if operation == .divide, leftNumber == .min, rightNumber == -1 {
        try stop(.divisionOverflow, at: entry.valueSpan)
      }
      return UwsgiText(String(calculate(leftNumber, rightNumber, operation)))
    }
    let range = bounds(leftRange, rightRange, operation)
    let source = (left.flatMap { firstUnknown(in: $0) } ?? firstUnknown(in: right))?.source
    return unknownText(
      UwsgiUnknown(source ?? .computed, lowerBound: range.lower, upperBound: range.upper))
  }

  /// Computes as C does on 64 bits; a division by zero gives zero.
  private func calculate(_ left: Int64, _ right: Int64, _ operation: Operation) -> Int64 {
    switch operation {
    case .join, .add: left &+ right
    case .subtract: left &- right
    case .multiply: left &* right
    case .divide: right == 0 ? 0 : left.dividedReportingOverflow(by: right).partialValue
    }
  }

  /// The range of the results; anything where a result may wrap around.
  private func bounds(
    _ left: NumberRange, _ right: NumberRange, _ operation: Operation
  ) -> NumberRange {
    // What is unknown is a count or a name: no count of real machines comes near these limits.
    let limit: Int64 = 1 << 31
    guard left.lower > -limit, right.lower > -limit else { return .any }
    let leftUpper = min(left.upper, limit)
    let rightUpper = min(right.upper, limit)
    if operation == .divide, right.lower <= 0 { return .any }
    let corners = [left.lower, leftUpper].flatMap { first in
      [right.lower, rightUpper].map { calculate(first, $0, operation) }
    }
    guard let low = corners.min(), let high = corners.max() else { return .any }
    let isOpen = left.upper > limit || right.upper > limit
    return NumberRange(lower: low, upper: isOpen && operation != .divide ? .max : high)
  }
}
