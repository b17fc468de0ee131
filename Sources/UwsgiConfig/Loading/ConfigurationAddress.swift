/// The argument of an option that loads a configuration: `file.ini:section`, `exec://command`, `-`.
struct ConfigurationAddress {
  let file: UwsgiText

  /// What follows the last colon; nil without one, empty where nothing follows it.
  let section: UwsgiText?

  /// Whether it begins with one of uWSGI's schemes.
  let hasScheme: Bool

  init(_ text: UwsgiText) {
    hasScheme = Self.schemes.contains { text.units.starts(with: $0.utf8.map(UInt16.init)) }
    let searched =
      hasScheme ? text.units.suffix(while: { $0 != UInt16(ascii: "/") }) : text.units[...]
    if let colon = searched.lastIndex(of: UInt16(ascii: ":")) {
      file = UwsgiText(units: text.units[..<colon])
      section = UwsgiText(units: text.units[(colon + 1)...])
    } else {
      file = text
      section = nil
    }
  }

  /// What uWSGI can read besides files (`core/io.c`).
  static let schemes = [
    "emperor://", "http://", "data://", "sym://", "fd://", "exec://", "call://", "callint://",
    "section://",
  ]
}

/// The forms of a configuration.
enum ConfigurationFormat: Sendable {
  case ini
  case xml
  case yaml
  case json

  /// The form that the end of a name tells, in the order in which uWSGI tries them.
  init?(suffixOf name: UwsgiText) {
    let suffixes: [(String, ConfigurationFormat)] = [
      (".ini", .ini), (".xml", .xml), (".yaml", .yaml), (".yml", .yaml), (".json", .json),
      (".js", .json),
    ]
    let match = suffixes.first { suffix, _ in
      name.units.reversed().starts(with: suffix.utf8.reversed().map(UInt16.init))
    }
    guard let match else { return nil }
    self = match.1
  }
}
