import Boot
import Facts
import FoundationEssentials
import Reports
import Rules
import Settings

/// Rules with the settings, suppressions and baseline that their findings go through.
struct Judge {
  let engine: RuleEngine
  let settings: Settings
  let baseline: Baseline

  /// The ids and areas of all rules, those that were not selected among them.
  let names: Set<String>

  /// - Throws: `SQLiteError`, which only a defect can cause.
  func verdict(of stack: Stack) throws -> Verdict {
    let facts = try FactBase.filled(from: stack)
    let verdict = Verdict(
      path: Self.relative(stack.path), sources: stack.sources, results: engine.judge(facts))
    var known = baseline
    return known.takeKnown(from: settings.applied(to: verdict).applyingSuppressions(names: names))
  }

  /// What lies below the working folder is named from there: CI servers find no other file.
  private static func relative(_ path: String) -> String {
    let folder = FileManager.default.currentDirectoryPath
    if path == folder || path == folder + "/" { return "." }
    return folder != "/" && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }

  /// The picture of a stack with what was found.
  func picture(of stack: Stack, _ verdict: Verdict) throws -> Picture {
    try Picture(try FactBase.filled(from: stack), verdict: verdict)
  }
}
