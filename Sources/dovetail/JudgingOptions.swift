import ArgumentParser
import FoundationEssentials
import Rules
import Settings
import SourceText

/// Which rules judge, and which findings count.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var ruleFolders: RuleFolderOptions

  @Option(
    help: ArgumentHelp(
      "Only these rules or areas; may be repeated, or a list with commas.", valueName: "rules"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Not these rules or areas; may be repeated, or a list with commas.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out the findings of a file that `dovetail baseline` wrote.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "The settings; otherwise .dovetail.yaml of the first stack's folder or one above it.",
      valueName: "file"))
  var config: String?

  /// What judges the stacks below a path.
  ///
  /// - Throws: `SettingsError`, `RulePageError`, `UnreadableFile`, `ValidationError`.
  func judge(for path: String) throws -> Judge {
    let settings = try settings(for: path)
    var catalogue = try Catalogue.builtIn(with: ruleFolders.folders + settings.ruleFolders)
    let all = Set(catalogue.pages.flatMap { [$0.rule.id, $0.rule.area] })
    let selected = try names(select, in: catalogue)
    let ignored = try names(ignore, in: catalogue)
    catalogue = Catalogue(
      pages: catalogue.pages.filter { page in
        let names = [page.rule.id, page.rule.area]
        return (selected.isEmpty || names.contains(where: selected.contains))
          && !names.contains(where: ignored.contains)
      })
    return Judge(
      engine: RuleEngine(catalogue), settings: settings,
      baseline: try baseline.map(BaselineFile.read) ?? Baseline(), names: all)
  }

  private func names(_ lists: [String], in catalogue: Catalogue) throws -> Set<String> {
    let names = lists.flatMap { $0.split(separator: ",").map(String.init) }
    let known = Set(catalogue.pages.flatMap { [$0.rule.id, $0.rule.area] })
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw ValidationError("there is no rule or area '\(unknown)'; `dovetail rules` lists them")
    }
    return Set(names)
  }

  private func settings(for path: String) throws -> Settings {
    guard let file = config ?? Self.settingsFile(above: path) else { return Settings() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UnreadableFile(path: file)
    }
    var sources = SourceFiles()
    let source = sources.add(path: file, origin: file, bytes: Array(data))
    var settings = try SettingsReader(
      source, Catalogue.builtIn(with: ruleFolders.folders)
    ).settings()
    let folder = URL(filePath: file).deletingLastPathComponent().path
    settings.ruleFolders = settings.ruleFolders.map {
      $0.hasPrefix("/") ? $0 : "\(folder)/\($0)"
    }
    return settings
  }

  private static func settingsFile(above path: String) -> String? {
    let current = FileManager.default.currentDirectoryPath
    var folder = URL(filePath: path.hasPrefix("/") ? path : "\(current)/\(path)").standardized
    for _ in 0..<64 {
      let candidate = folder.appending(path: ".dovetail.yaml").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      guard folder.path != "/", !folder.path.isEmpty else { return nil }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}

/// A file that could not be read.
struct UnreadableFile: Error, CustomStringConvertible {
  let path: String

  var description: String { "cannot read \(path)" }
}
