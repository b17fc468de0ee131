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
    let all = Array(rows.utf8).split(separator: Ascii.lineFeed).compactMap(Entry.init)
    entries = Dictionary(grouping: all.filter { !$0.isPrefix }, by: \.name)
    prefixes = all.filter(\.isPrefix)
  }

  /// The entries of a name, those of matching families among them.
  package func entries(named name: String, isStream: Bool) -> [Entry] {
    let exact = entries[name, default: []].filter { $0.isStream == isStream }
    let families = prefixes.filter { $0.isStream == isStream && name.hasPrefix($0.name) }
    return exact + families
  }
}

extension NginxVariableTable.Entry {
  fileprivate init?(row: ArraySlice<UInt8>) {
    let columns = row.split(separator: Ascii.tab, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard columns.count >= 5, columns[0].hasPrefix("$"), !columns[0].hasPrefix("$1") else {
      return nil
    }
    isPrefix = columns[0].hasSuffix("*")
    name = String(columns[0].dropFirst().prefix { $0 != "*" })
    module = String(columns[1])
    isStream = columns[2] == "stream"
    isChangeable = columns[4] == "yes"
    clientText = columns.count > 5 ? .init(rawValue: String(columns[5])) ?? .nothing : .nothing
  }
}
