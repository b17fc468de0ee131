import ArgumentParser
import Rules

/// Which rule pages a command knows.
struct RuleFolderOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder with rule pages of your own; may be repeated.", valueName: "folder"))
  var folders: [String] = []

  /// The rules that are compiled in, and those of the folders.
  ///
  /// - Throws: `RulePageError` for a page that is no rule, `UnreadableFolder`.
  func catalogue() throws -> Catalogue {
    try Catalogue.builtIn(with: folders)
  }
}
