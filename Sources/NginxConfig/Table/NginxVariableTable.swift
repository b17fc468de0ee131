internal import SourceText

/// The variables that nginx's modules bring.
package struct NginxVariableTable: Sendable {
  /// A variable, or a family of variables such as `$arg_*`.
  package struct Entry: Sendable {
    /// The name without `$`, and without `*` where it is a prefix.
    package let name: String
    package let module: String

    /// Whether it belongs to `stream` and not to `http`.
    package let isStream: Bool
    package let isPrefix: Bool

    /// Whether `set` and `map` may define it anew.
    package let isChangeable: Bool

    package let clientText: ClientText
  }

  /// What a client may write into a variable.
  package enum ClientText: String, Sendable {
    case nothing = "-"

    /// Text without line ends: a header or what is still encoded of the request line.
    case printable

    /// Any bytes, line ends among them: what nginx has decoded.
    case any
  }

  private let entries: [String: [Entry]]
  private let prefixes: [Entry]

  /// The table that comes with the program.
  package static let standard = NginxVariableTable(rows: VariableRows.text)

  init(rows: String) {
    let all = TabbedTable(rows).compactMap(Entry.init)
    entries = Dictionary(grouping: all.filter { !$0.isPrefix }, by: \.name)
    prefixes = all.filter(\.isPrefix)
  }

  /// The entries of a name, those of matching families among them.
  package func entries(named name: String, isStream: Bool) -> [Entry] {
    let exact = entries[name, default: []].filter { $0.isStream == isStream }
    let families = prefixes.filter { $0.isStream == isStream && name.hasPrefix($0.name) }
    return exact + families
  }

  /// The entry of a name, or of the family that it belongs to.
  package func entry(named name: String, isStream: Bool) -> Entry? {
    entries[name]?.first { $0.isStream == isStream }
      ?? prefixes.first { $0.isStream == isStream && name.hasPrefix($0.name) }
  }
}

extension NginxVariableTable.Entry {
  fileprivate init?(row: TabbedRow) {
    var row = row
    let name = row.bytes()
    guard name.first == UInt8(ascii: "$"), !name.starts(with: "$1".utf8) else { return nil }
    isPrefix = name.last == UInt8(ascii: "*")
    self.name = String(decoding: name.dropFirst().dropLast(isPrefix ? 1 : 0), as: UTF8.self)
    module = row.text()
    isStream = row.text() == "stream"
    _ = row.bytes()
    isChangeable = row.text() == "yes"
    clientText = .init(rawValue: row.text()) ?? .nothing
  }
}
