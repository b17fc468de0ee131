package import SourceText

/// The plugins of an instance, in the order in which they were loaded.
struct PluginSet {
  enum Presence {
    case present
    case absent
    case unknown
  }

  /// What uWSGI calls the loaded plugins itself: `python` for `python3_plugin.so`.
  private(set) var loaded: [String] = []
  private(set) var maybe: Set<String> = []

  /// True where the program may hold plugins that nobody told of.
  var mayHaveMore = false

  func presence(of name: String) -> Presence {
    if loaded.contains(name) { return .present }
    return mayHaveMore || maybe.contains(name) ? .unknown : .absent
  }

  /// Whether there is none but these.
  func areAll(in known: Set<String>) -> Bool {
    !mayHaveMore && maybe.isEmpty && known.isSuperset(of: loaded)
  }

  mutating func insert(_ name: String) {
    if !loaded.contains(name) { loaded.append(name) }
  }

  mutating func insertUnknown(_ name: String) {
    maybe.insert(name)
  }
}

/// A plugin that the configuration or the program's own name asks for.
package struct UwsgiPluginRequest: Sendable {
  /// What came of the request.
  package enum Outcome: Hashable, Sendable {
    case loaded(path: String)

    /// The program has it already, or it was loaded before.
    case alreadyLoaded
    case missing
    case unknown
  }

  /// The name as it was asked for.
  package let name: String

  /// What uWSGI calls the plugin itself, such as `python` for `python3`.
  package let internalName: String

  /// Every path that is tried, in order, until one is there.
  package let searched: [String]
  package let outcome: Outcome

  /// Whether uWSGI does not start without it.
  package let isNeeded: Bool
  package let span: SourceSpan
}
