package import Rules
import SourceText

/// Mends what findings know how to mend, and keeps only what helped.
///
/// Repairs that do not collide are made together and the result is checked again, in rounds, until
/// nothing changes. A repair that leaves its finding, or that brings a new error, is taken back.
package struct RepairSession {
  /// Checks the stack as it would be with other contents for some files, by path in the folder.
  package typealias Check = (_ contents: [String: [UInt8]]) throws -> Verdict

  /// What became of a stack.
  package struct Outcome: Sendable {
    /// The files that are to be written, ordered by path.
    package let changes: [FileChange]

    /// The findings that are mended, in the order in which they were.
    package let mended: [Finding]

    /// The findings whose repairs did not help and were taken back.
    package let rejected: [Finding]

    /// What is left to say of the stack.
    package let verdict: Verdict
  }

  /// Repairs could undo each other for ever.
  private static let mostRounds = 16

  private let includesUnsafe: Bool
  private let check: Check
  private var verdict: Verdict
  private var contents: [String: [UInt8]] = [:]
  private var before: [String: [UInt8]] = [:]
  private var mended: [Finding] = []
  private var rejected: [FindingKey: Finding] = [:]

  /// Mends one stack; nothing is written.
  ///
  /// - Parameters:
  ///   - verdict: What was found.
  ///   - includesUnsafe: Whether to make repairs that could change what works, too.
  ///   - check: Judges the stack anew.
  /// - Returns: The changes, and what they achieve.
  /// - Throws: What the check throws.
  package static func mend(
    _ verdict: Verdict, includesUnsafe: Bool, check: @escaping Check
  ) throws -> Outcome {
    var session = RepairSession(verdict, includesUnsafe: includesUnsafe, check: check)
    for _ in 0..<mostRounds {
      guard try session.round() else { break }
    }
    return session.outcome
  }

  private init(_ verdict: Verdict, includesUnsafe: Bool, check: @escaping Check) {
    self.verdict = verdict
    self.includesUnsafe = includesUnsafe
    self.check = check
  }

  private var outcome: Outcome {
    let changes = contents.keys.sorted().compactMap { path -> FileChange? in
      guard let before = before[path], let after = contents[path], before != after else {
        return nil
      }
      return FileChange(path: path, before: before, after: after)
    }
    let left = rejected.values.sorted { FindingKey($0, in: verdict) < FindingKey($1, in: verdict) }
    return Outcome(changes: changes, mended: mended, rejected: left, verdict: verdict)
  }

  /// Makes all repairs that do not collide, or the first that helps; answers whether any did.
  private mutating func round() throws -> Bool {
    let candidates = verdict.findings.filter(isWanted)
    guard !candidates.isEmpty else { return false }
    let batch = EditBatch(candidates, in: verdict.sources)
    if try keep(batch) {
      return true
    }
    for finding in batch.findings {
      if batch.findings.count > 1, try keep(EditBatch([finding], in: verdict.sources)) {
        return true
      }
      rejected[FindingKey(finding, in: verdict)] = finding
    }
    return true
  }

  private func isWanted(_ finding: Finding) -> Bool {
    guard let repair = finding.repair, repair.isSafe || includesUnsafe else { return false }
    return rejected[FindingKey(finding, in: verdict)] == nil
      && EditBatch.isPossible(finding, in: verdict.sources)
  }

  /// Adopts a batch if the stack is better for it.
  private mutating func keep(_ batch: EditBatch) throws -> Bool {
    let changed = batch.contents
    let next = try check(contents.merging(changed) { $1 })
    guard helps(batch, next) else { return false }
    for file in verdict.sources.files {
      if let origin = file.origin, changed[origin] != nil, before[origin] == nil {
        before[origin] = file.bytes
      }
    }
    contents.merge(changed) { $1 }
    mended += batch.findings
    verdict = next
    return true
  }

  /// Whether each mended finding is gone, and no error is new.
  private func helps(_ batch: EditBatch, _ next: Verdict) -> Bool {
    let now = FindingKey.counts(of: verdict.findings, in: verdict)
    let then = FindingKey.counts(of: next.findings, in: next)
    let mended = FindingKey.counts(of: batch.findings, in: verdict)
    let areGone = mended.allSatisfy { key, count in (then[key] ?? 0) <= (now[key] ?? 0) - count }
    return areGone
      && next.findings.allSatisfy { finding in
        finding.severity < .error || now[FindingKey(finding, in: next)] != nil
      }
  }
}
