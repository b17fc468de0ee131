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

  /// The verdict on one stack: a container, or all those of a compose file.
  ///
  /// - Throws: `SQLiteError` or `RuleFailure`, which only a defect can cause.
  func verdict(of containers: [Stack]) throws -> Verdict {
    guard let stack = containers.first else {
      preconditionFailure("a stack has a container")
    }
    let results = try containers.filter(\.isOfConcern).map { container in
      engine.judge(try FactBase.filled(from: container, into: Preparation.takeBase))
    }
    let failures = results.joined().lazy.compactMap(\.failure)
    if let failure = failures.first(where: \.isBuiltIn) { throw failure }
    return weighed(
      Verdict(path: Self.relative(stack.path), sources: stack.sources, merging: results))
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

  /// The picture of a stack with what was found; of several containers the one that requests come to.
  static func picture(of containers: [Stack], _ verdict: Verdict) throws -> Picture {
    guard let stack = containers.first(where: \.hasNginx) ?? containers.first else {
      preconditionFailure("a stack has a container")
    }
    return try Picture(try FactBase.filled(from: stack), verdict: verdict)
  }
}
