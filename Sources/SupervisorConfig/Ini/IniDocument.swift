import SourceText

/// What one or more files in supervisord's INI dialect hold, merged in the order of reading.
///
/// It mirrors Python's `RawConfigParser` with `strict=False`, which supervisord builds on.
struct IniDocument {
  /// In the order of first appearance; `[DEFAULT]` is not among them.
  private(set) var sections: [IniSection] = []

  /// What `[DEFAULT]` gives to every section.
  var defaults = IniSection(name: "DEFAULT", header: nil, includedFrom: nil)
  private var indexByName: [String: Int] = [:]

  subscript(name: String) -> IniSection? {
    indexByName[name].map { sections[$0] }
  }

  /// Answers the place of a section, and makes the section where there is none yet.
  mutating func section(named name: String, header: SourceSpan, includedFrom: String?) -> Int {
    if let index = indexByName[name] { return index }
    sections.append(IniSection(name: name, header: header, includedFrom: includedFrom))
    indexByName[name] = sections.count - 1
    return sections.count - 1
  }

  mutating func set(_ option: IniOption, inSectionAt index: Int) {
    sections[index].set(option)
  }

  /// The option that a section shows: its own, or that of `[DEFAULT]`.
  func option(_ key: String, in section: IniSection) -> IniOption? {
    section[key] ?? defaults[key]
  }

  /// A section's options as `RawConfigParser.items` lists them: those of `[DEFAULT]` first.
  func items(of section: IniSection) -> [IniOption] {
    let inherited = defaults.options.map { section[$0.key] ?? $0 }
    return inherited + section.options.filter { defaults[$0.key] == nil }
  }

  /// Replaces `%(here)s` in all values, as supervisord does when there is an `[include]`.
  ///
  /// `UnhosedConfigParser.expand_here` writes what `[DEFAULT]` gave into the section itself.
  mutating func expandHere(_ here: String) {
    for index in sections.indices {
      for option in items(of: sections[index]) where option.value.contains("%(here)s") {
        var replaced = option
        replaced.value = option.value.replacing("%(here)s", with: here)
        sections[index].set(replaced)
      }
    }
  }
}
