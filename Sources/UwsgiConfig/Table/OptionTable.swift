internal import SourceText

/// All options of uWSGI's core and of the plugins that come with it.
package struct OptionTable: Sendable {
  /// The options of uWSGI 2.0, read once.
  package static let standard = OptionTable(rows: rows)

  package let options: [OptionSpecification]
  private let indicesByName: [String: [Int]]

  init(rows: String) {
    options = TabbedTable(rows).compactMap(OptionSpecification.init)
    indicesByName = Dictionary(grouping: options.indices) { [options] in options[$0].name }
  }

  /// Every option of this name; more than one where several plugins have one.
  package func options(named name: String) -> [OptionSpecification] {
    (indicesByName[name] ?? []).map { options[$0] }
  }

  /// The option of this name that an instance with these plugins has.
  package func option(named name: String, plugins: Set<String>) -> OptionSpecification? {
    options(named: name).first { $0.plugin == "core" || plugins.contains($0.plugin) }
  }

  /// The known name that a misspelt one is nearest to; nil where none is near.
  package func suggestion(for name: String) -> String? {
    Spelling.nearest(to: name, among: options.lazy.map(\.name))
  }
}
