import ArgumentParser
import Boot
import Facts
import FoundationEssentials
import Reports
import Rules
import Settings

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge a stack before it ships.",
    discussion: """
      Exit status: 0 clean, 1 findings at or above --fail-on, 2 bad usage or unreadable input, \
      3 a defect of dovetail itself.
      """
  )

  @OptionGroup(title: "Stack Options") var stacks: StackOptions
  @OptionGroup(title: "Report Options") var output: OutputOptions
  @OptionGroup(title: "Repair Options") var fixes: FixOptions
  @OptionGroup(title: "Rule Options") var judging: JudgingOptions

  func run() throws {
    let start = ContinuousClock.now
    var report = Report([], timestamp: timestamp, toolVersion: Dovetail.version)
    try output.prepare(report)
    do {
      let settings = try judging.settings(for: stacks.places.first ?? ".")
      let stacks = stacks.with(settings)
      report.verdicts = try fixes.areWanted ? mend(stacks, settings) : check(stacks, settings)
      if output.wantsPictures {
        report.pictures = try zip(stacks.load().byProject, report.verdicts).map(Judge.picture)
      }
    } catch {
      report.failure = "\(error)"
      try output.writeFailure(report)
      throw error
    }
    report.milliseconds = start.duration(to: .now).milliseconds
    // A patch has standard output for itself.
    try fixes.diff ? output.writeFiles(report) : output.write(report)
    if report.tally.count(atLeast: output.failOn) > 0 { throw ExitStatus.findings }
  }

  private var timestamp: String {
    // Reports want UTC without the `Z` that says so.
    let text = Date.now.formatted(.iso8601)
    return text.hasSuffix("Z") ? String(text.dropLast()) : text
  }

  private func check(_ stacks: StackSource, _ settings: Settings) throws -> [Verdict] {
    // The rules, which are being read on another core, are not waited for before they are needed.
    let projects = try stacks.load().byProject
    let judge = try judging.judge(with: settings)
    return try projects.map { try judge.verdict(of: $0) }
  }

  /// Makes the repairs, writes or shows them, and tells what is left.
  private func mend(_ stacks: StackSource, _ settings: Settings) throws -> [Verdict] {
    let judge = try judging.judge(with: settings)
    var mender = StackMender(includesUnsafe: fixes.unsafeFixes)
    var verdicts: [Verdict] = []
    for path in stacks.places {
      for (index, stack) in try stacks.load(path).byProject.enumerated() {
        let verdict = try mender.mend(stack[0].path) { contents in
          let changed = try stacks.load(path, replacing: contents).byProject
          return try judge.verdict(of: changed.indices.contains(index) ? changed[index] : stack)
        }
        verdicts.append(verdict)
      }
    }
    if fixes.diff {
      Terminal.write(mender.patch, to: .output)
    } else {
      try mender.write()
    }
    Terminal.write("dovetail: \(mender.summary)\n", to: .error)
    return verdicts
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
