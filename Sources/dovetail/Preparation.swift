import Facts
import NginxConfig
import Rules
import Synchronization
import UwsgiConfig

/// Reads on another core, while the command line is read, what nearly every command will ask for.
enum Preparation {
  /// In the order in which they are wanted; each is read once, by whoever comes first, and the other
  /// waits for it.
  static func begin() {
    let judges = CommandLine.arguments.dropFirst().first == "check"
    Task.detached(priority: .high) {
      _ = OptionTable.standard
      _ = NginxDirectiveTable.standard
      let catalogue = try? Catalogue.builtIn()
      if judges, let catalogue { base.prepare(for: catalogue) }
    }
  }

  /// An empty base with compiled queries, for one stack; nil where there is none or it is taken.
  static func takeBase() -> FactBase? { base.take() }

  private static let base = PreparedBase()
}

/// A base that one task prepares until another takes it, as far as it has come.
///
/// Unchecked, because the compiler cannot see that whoever touches the base holds the lock.
private final class PreparedBase: @unchecked Sendable {
  private let lock = Mutex(())
  private let isWanted = Atomic(false)
  private var base: FactBase?

  func prepare(for catalogue: Catalogue) {
    lock.withLock { _ in
      if !isWanted.load(ordering: .relaxed) { base = try? FactBase() }
    }
    let surelyAsked = catalogue.pages.filter { $0.given == nil }
    let perhapsAsked = catalogue.pages.filter { $0.given != nil }
    for page in surelyAsked + perhapsAsked where !isWanted.load(ordering: .relaxed) {
      // A page that does not fit says so when it is judged.
      lock.withLock { _ in page.queries.forEach { try? base?.compile($0) } }
    }
  }

  func take() -> FactBase? {
    isWanted.store(true, ordering: .relaxed)
    return lock.withLock { _ in base.take() }
  }
}
