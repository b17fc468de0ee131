import Machine
import SourceText

extension Loader {
  /// Checks a value by its option's kind: some make uWSGI leave, others are just not what was meant.
  mutating func checkValue(_ entry: Entry, _ option: OptionSpecification) {
    guard entry.condition == nil, let value = entry.value else { return }
    switch option.kind {
    case .nonNegativeInteger:
      checkNumber(value, entry, option)
    case .integer, .unsigned16, .unsigned64, .unsigned64Megabytes:
      checkDigits(value, entry, option)
    case .bool, .invertedBool:
      checkBoolean(value, entry, option)
    case .string, .list, .socketList, .dictionary, .user, .group, .logic, .noop, .clear, .special:
      break
    }
    checkForm(value, entry, option)
    checkQuotes(value, entry, option)
  }

  /// `atoi` cuts the number to 32 bits; uWSGI then refuses a negative one.
  private mutating func checkNumber(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    if let exact = NumberRange(value, unknowns: unknowns).exact,
      Int32(truncatingIfNeeded: exact) < 0
    {
      refuse(.negativeNumber(option: option.name), at: entry.valueSpan)
      return
    }
    checkDigits(value, entry, option)
  }

  private mutating func checkDigits(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard value.isKnown, let taken = NumberRange(value, unknowns: unknowns).exact else { return }
    let digits = value.units.drop { UwsgiText.isWhiteSpace($0) }
    let unsigned =
      digits.first == UInt16(ascii: "+") || digits.first == UInt16(ascii: "-")
      ? digits.dropFirst() : digits
    if unsigned.isEmpty || !unsigned.allSatisfy(UwsgiText.isDigit) {
      report(
        .noNumber(option: option.name, value: value.description, taken: taken),
        at: entry.valueSpan, .ignores)
    }
  }

  private mutating func checkBoolean(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard let text = value.string?.lowercased() else { return }
    let usual: Set = ["", "true", "on", "yes", "1", "false", "off", "no", "0"]
    if !usual.contains(text) {
      report(
        .noBoolean(option: option.name, value: value.description), at: entry.valueSpan, .ignores)
    }
  }

  private mutating func checkQuotes(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard entry.place == .file, value.units.count >= 2, let first = value.units.first else {
      return
    }
    let isQuote = first == UInt16(ascii: "\"") || first == UInt16(ascii: "'")
    let takesText = option.kind != .bool && option.kind != .invertedBool
    if isQuote, first == value.units.last, takesText {
      report(.quotedValue(option: option.name), at: entry.valueSpan, .ignores)
    }
    for index in value.units.indices.dropFirst() {
      let isMark =
        value.units[index] == UInt16(ascii: ";") || value.units[index] == UInt16(ascii: "#")
      if isMark, value.units[index - 1] == 32 || value.units[index - 1] == 9 {
        report(.commentInValue(option: option.name), at: entry.valueSpan, .ignores)
        return
      }
    }
  }

  /// Checks the values of options that have a form of their own.
  mutating func checkSpecial(
    _ action: OptionAction, _ entry: Entry, _ option: OptionSpecification
  ) throws {
    guard entry.condition == nil, let value = entry.value, value.isKnown else {
      if case .sharedSocket = action { sharedSocketCount += 1 }
      return
    }
    let text = value.description
    switch action {
    case .mode:
      let isOctal = text.utf8.count == 3 && text.utf8.allSatisfy { (48...55).contains($0) }
      if text != "1", !isOctal { refuse(.invalidMode(text), at: entry.valueSpan) }
    case .umask:
      if text.utf8.count < 3 { report(.invalidUmask(text), at: entry.valueSpan, .warns) }
    case .immediateUser: becomeAtOnce(text, entry, option)
    case .sharedSocket:
      sharedSocketCount += 1
      checkAddress(value, entry)
    case .socket: checkSocket(value, entry)
    default: break
    }
  }

  private mutating func checkSocket(_ value: UwsgiText, _ entry: Entry) {
    guard value.units.first == UInt16(ascii: "=") else {
      checkAddress(value, entry)
      return
    }
    let number = NumberRange(UwsgiText(units: value.units.dropFirst()), unknowns: unknowns)
    if let exact = number.exact, exact < 0 || exact >= sharedSocketCount {
      refuse(.missingSharedSocket(exact), at: entry.valueSpan)
    }
  }

  private mutating func checkAddress(_ value: UwsgiText, _ entry: Entry) {
    let name = value.units.drop { UwsgiText.isWhiteSpace($0) }
    if name.isEmpty { refuse(.emptySocketName, at: entry.valueSpan) }
  }
}
