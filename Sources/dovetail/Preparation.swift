import NginxConfig
import Rules
import UwsgiConfig

/// Reads on another core, while the command line is read, what nearly every command will ask for.
enum Preparation {
  /// Each table is read once, by whoever comes first; the other waits for it.
  static func begin() {
    Task.detached(priority: .high) {
      _ = try? Catalogue.builtIn()
      _ = NginxDirectiveTable.standard
      _ = OptionTable.standard
    }
  }
}
