/// Reads times such as `1m30s` as Go's `time.ParseDuration` does.
enum GoDuration {
  static func nanoseconds(_ text: String) -> Result<Int, DurationFault> {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == .hyphen
    if let sign = rest.first, sign == .hyphen || sign == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return .success(0) }
    guard !rest.isEmpty else { return .failure(.invalid(text)) }
    var total = 0
    while !rest.isEmpty {
      let whole = taking(&rest, while: \.isDigit)
      var fraction: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = taking(&rest, while: \.isDigit)
      }
      guard !whole.isEmpty || !fraction.isEmpty else { return .failure(.invalid(text)) }
      let name = taking(&rest) { !$0.isDigit && $0 != UInt8(ascii: ".") }
      guard !name.isEmpty else { return .failure(.missingUnit(text)) }
      let unit = String(decoding: name, as: UTF8.self)
      guard let factor = units[unit] else {
        return .failure(.unknownUnit(unit, duration: text))
      }
      guard let part = nanoseconds(whole, fraction, factor) else {
        return .failure(.invalid(text))
      }
      let (sum, overflows) = total.addingReportingOverflow(part)
      guard !overflows else { return .failure(.invalid(text)) }
      total = sum
    }
    return .success(isNegative ? -total : total)
  }

  private static func nanoseconds(
    _ whole: ArraySlice<UInt8>,
    _ fraction: ArraySlice<UInt8>,
    _ factor: Int
  ) -> Int? {
    guard let count = whole.isEmpty ? 0 : Int(String(decoding: whole, as: UTF8.self)) else {
      return nil
    }
    var (total, overflows) = count.multipliedReportingOverflow(by: factor)
    guard !overflows else { return nil }
    var place = factor
    for digit in fraction {
      place /= 10
      let (sum, overflows) = total.addingReportingOverflow(Int(digit - UInt8(ascii: "0")) * place)
      guard !overflows else { return nil }
      total = sum
    }
    return total
  }

  private static func taking(
    _ rest: inout ArraySlice<UInt8>,
    while condition: (UInt8) -> Bool
  ) -> ArraySlice<UInt8> {
    let part = rest.prefix(while: condition)
    rest = rest[part.endIndex...]
    return part
  }
}

private let units: [String: Int] = [
  "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
  "m": 60_000_000_000, "h": 3_600_000_000_000,
]
