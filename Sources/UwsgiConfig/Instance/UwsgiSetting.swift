package import SourceText

/// A value that an instance takes from one of its options.
package struct UwsgiSetting<Value: Sendable>: Sendable {
  /// Nil where it is not known.
  package let value: Value?

  /// The option that gives it.
  package let option: String
  package let span: SourceSpan

  func map<Other>(_ transform: (Value) -> Other?) -> UwsgiSetting<Other> {
    UwsgiSetting<Other>(value: value.flatMap(transform), option: option, span: span)
  }
}

/// The options that took effect, asked by name.
struct AppliedOptions {
  let options: [AppliedOption]
  let unknowns: [UwsgiUnknown]

  /// Every option of these names, in the order in which they took effect.
  func all(_ names: String...) -> [AppliedOption] {
    options.filter { names.contains($0.name) }
  }

  /// The option that decides a value given more than once: the last.
  ///
  /// Not certain where one that may be there, or may be absent, comes after the last certain one.
  func last(_ names: String...) -> (option: AppliedOption, isCertain: Bool)? {
    last(names)
  }

  func last(_ names: [String]) -> (option: AppliedOption, isCertain: Bool)? {
    let matching = options.filter { names.contains($0.name) }
    return matching.last.map { ($0, $0.condition == nil) }
  }

  func text(_ names: String...) -> UwsgiSetting<String>? {
    guard let (option, isCertain) = last(names) else { return nil }
    return setting(option, isCertain ? (option.value ?? UwsgiText()).string : nil)
  }

  /// A number, cut as `atoi` cuts it; nil where the option is not given.
  func number(_ names: String...) -> UwsgiSetting<NumberRange>? {
    guard let (option, isCertain) = last(names) else { return nil }
    let range = NumberRange(option.value ?? UwsgiText("1"), unknowns: unknowns)
    return setting(option, isCertain ? range : NumberRange.any)
  }

  /// Whether a switch is on; nil where that is not known.
  func flag(_ names: String...) -> Bool? {
    guard let (option, isCertain) = last(names) else { return false }
    guard isCertain else { return nil }
    guard let value = option.value else { return true }
    guard let text = value.string else { return nil }
    return !["false", "off", "no", "0"].contains(text.lowercased())
  }

  func setting<Value>(_ option: AppliedOption, _ value: Value?) -> UwsgiSetting<Value> {
    UwsgiSetting(value: value, option: option.name, span: option.valueSpan)
  }
}
