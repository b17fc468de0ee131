import Boot
import Facts
import FoundationEssentials
import Live
import Reports
import Rules
import Settings

/// Rules with the settings, suppressions and baseline that their findings go through.
struct Judge {
  let engine: RuleEngine

  /// Which rules the engine was given, and which joints of a probe count.
  let selection: RuleSelection
  let settings: Settings
  let baseline: Baseline

  /// The ids and areas of all rules, those that were not selected among them.
  let names: Set<String>

  /// - Throws: `SQLiteError`, which only a defect can cause.
  func verdict(of stack: Stack) throws -> Verdict {
    let facts = try FactBase.filled(from: stack)
    return weighed(
      Verdict(
        path: Self.relative(stack.path), sources: stack.sources, results: engine.judge(facts)))
  }

  /// A verdict after all that the user says of it.
  func weighed(_ verdict: Verdict) -> Verdict {
    var known = baseline
    return known.takeKnown(from: settings.applied(to: verdict).applyingSuppressions(names: names))
  }

  /// What a probe saw: its joints are no rules of the engine, and are chosen here.
  func weighed(_ result: ProbeResult) -> Verdict {
    var verdict = result.verdict()
    verdict.results = verdict.results.filter { selection.contains($0.rule) }
    return weighed(verdict)
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
