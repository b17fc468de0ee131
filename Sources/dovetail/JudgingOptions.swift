import ArgumentParser
import FoundationEssentials
import Live
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
    try judge(with: settings(for: path))
  }

  /// What judges by settings.
  ///
  /// - Throws: `RulePageError`, `UnreadableFile`, `ValidationError`.
  func judge(with settings: Settings) throws -> Judge {
    var catalogue = try Catalogue.builtIn(with: ruleFolders.folders + settings.ruleFolders)
    let all = catalogue.names
    let selection = RuleSelection(
      selected: try names(select, among: all), ignored: try names(ignore, among: all))
    catalogue = Catalogue(pages: catalogue.pages.filter { selection.contains($0.rule) })
    return Judge(
      engine: RuleEngine(catalogue, timesRules: true), selection: selection, settings: settings,
      baseline: try baseline.map(BaselineFile.read) ?? Baseline(), names: all)
  }

  private func names(_ lists: [String], among known: Set<String>) throws -> Set<String> {
    let names = lists.flatMap { $0.split(separator: ",").map(String.init) }
    if let unknown = names.first(where: { !known.contains($0) }) {
      let meant = Spelling.nearest(to: unknown, among: known.sorted()).map { "; perhaps \($0)" }
      throw ValidationError(
        "there is no rule or area '\(unknown)'\(meant ?? ""); `dovetail rules` lists them")
    }
    return Set(names)
  }

  /// The settings of the stacks below a path.
  ///
  /// - Throws: `SettingsError`, `RulePageError`, `UnreadableFile`.
  func settings(for path: String) throws -> Settings {
    guard let file = config ?? Self.settingsFile(above: path) else { return Settings() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UnreadableFile(path: file)
    }
    var sources = SourceFiles()
    let source = sources.add(path: file, origin: file, bytes: Array(data))
    var settings = try SettingsReader(
      source, names: Catalogue.builtIn(with: ruleFolders.folders).names
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

/// The rules that a user wants to hear of, by their ids and areas.
struct RuleSelection {
  /// None stands for all.
  var selected: Set<String> = []
  var ignored: Set<String> = []

  func contains(_ rule: Rule) -> Bool {
    let names = [rule.id, rule.area]
    return (selected.isEmpty || names.contains(where: selected.contains))
      && !names.contains(where: ignored.contains)
  }
}

extension Catalogue {
  /// The ids and areas of all rules, those of a probe among them.
  fileprivate var names: Set<String> {
    let joints = Joint.allCases.map(\.rawValue) + [Joint.area]
    return Set(pages.flatMap { [$0.rule.id, $0.rule.area] } + joints)
  }
}

/// A file that could not be read.
struct UnreadableFile: Error, CustomStringConvertible {
  let path: String

  var description: String { "cannot read \(path)" }
}
