import SourceText

/// A section, merged from all its headers.
struct IniSection {
  let name: String

  /// The first header's brackets and what stands between them; nil for what nobody wrote.
  let header: SourceSpan?

  /// The included file that introduced the section; nil for the main file.
  let includedFrom: String?

  /// In the order of first appearance.
  private(set) var options: [IniOption] = []
  private var indexByKey: [String: Int] = [:]

  init(name: String, header: SourceSpan?, includedFrom: String?) {
    self.name = name
    self.header = header
    self.includedFrom = includedFrom
  }

  subscript(key: String) -> IniOption? {
    indexByKey[key].map { options[$0] }
  }

  /// Sets an option; one of the same key keeps its place in the order.
  mutating func set(_ option: IniOption) {
    if let index = indexByKey[option.key] {
      options[index] = option
    } else {
      indexByKey[option.key] = options.count
      options.append(option)
    }
  }
}

/// A key and its raw value.
struct IniOption {
  /// In lower case, as supervisord compares it.
  let key: String
  let keySpan: SourceSpan

  /// The value with its lines joined and its comments gone.
  var value: TracedText

  /// The place of the value, which may be empty.
  var valueSpan: SourceSpan
}
