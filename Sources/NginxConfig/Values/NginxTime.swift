/// nginx's reader of times such as `1h 30m` (`ngx_parse_time`).
struct NginxTime {
  /// Whether the result counts seconds, so that `ms` is refused and years and months are fine.
  private let inSeconds: Bool
  private var step: Step
  private var total = 0

  /// The units in the order in which they must come.
  private enum Step: Int, Comparable {
    case start, year, month, week, day, hour, minute, second, millisecond, last

    static func < (left: Step, right: Step) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  private init(inSeconds: Bool) {
    self.inSeconds = inSeconds
    step = inSeconds ? .start : .month
  }

  /// The milliseconds that a text stands for; nil where nginx refuses it.
  static func milliseconds(_ text: ByteText) -> Int? {
    var reader = NginxTime(inSeconds: false)
    return reader.read(text)
  }

  /// The seconds that a text stands for; nil where nginx refuses it.
  static func seconds(_ text: ByteText) -> Int? {
    var reader = NginxTime(inSeconds: true)
    return reader.read(text)
  }

  private mutating func read(_ text: ByteText) -> Int? {
    var rest = text
    var digits = rest.prefix(while: Ascii.isDigit)
    guard text.contains(where: Ascii.isDigit) else { return nil }
    while true {
      rest = rest.dropFirst(digits.count)
      guard let value = digits.isEmpty ? 0 : NginxNumber.integer(digits) else { return nil }
      guard let unit = rest.popFirst() else {
        return add(value, scale: inSeconds ? 1 : 1000) ? total : nil
      }
      let isMillisecond = unit == UInt8(ascii: "m") && rest.first == UInt8(ascii: "s")
      if isMillisecond { rest.removeFirst() }
      guard take(unit, isMillisecond: isMillisecond, value) else { return nil }
      rest = rest.drop { $0 == Ascii.space }
      digits = rest.prefix(while: Ascii.isDigit)
    }
  }

  private mutating func take(_ unit: UInt8, isMillisecond: Bool, _ value: Int) -> Bool {
    guard let (next, seconds) = Self.unit(unit, isMillisecond: isMillisecond) else { return false }
    if isMillisecond {
      guard !inSeconds, step < .millisecond else { return false }
      step = next
      return add(value, scale: 1)
    }
    // A year needs the very start; a space needs no seconds before it.
    let limit: Step = unit == Ascii.space ? .second : next
    guard step < limit else { return false }
    step = next
    return add(value, scale: inSeconds ? seconds : seconds * 1000)
  }

  private static func unit(_ byte: UInt8, isMillisecond: Bool) -> (Step, Int)? {
    if isMillisecond { return (.millisecond, 1) }
    switch byte {
    case UInt8(ascii: "y"): return (.year, 31_536_000)
    case UInt8(ascii: "M"): return (.month, 2_592_000)
    case UInt8(ascii: "w"): return (.week, 604_800)
    case UInt8(ascii: "d"): return (.day, 86_400)
    case UInt8(ascii: "h"): return (.hour, 3_600)
    case UInt8(ascii: "m"): return (.minute, 60)
    case UInt8(ascii: "s"): return (.second, 1)
    case Ascii.space: return (.last, 1)
    default: return nil
    }
  }

  private mutating func add(_ value: Int, scale: Int) -> Bool {
    let (product, overflow) = value.multipliedReportingOverflow(by: scale)
    let (sum, carry) = total.addingReportingOverflow(product)
    total = sum
    return !overflow && !carry
  }
}
