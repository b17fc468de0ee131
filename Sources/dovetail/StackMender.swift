import Boot
import FoundationEssentials
import Repairs
import Rules

/// Repairs stacks one after the other; those that share a folder see each other's repairs.
struct StackMender {
  /// The changes of each folder, by their paths in it.
  private var changes: [String: [String: FileChange]] = [:]
  private(set) var mended = 0
  private(set) var rejected = 0

  private let includesUnsafe: Bool

  init(includesUnsafe: Bool) {
    self.includesUnsafe = includesUnsafe
  }

  /// What is left to say of a stack once its repairs are made.
  ///
  /// - Parameters:
  ///   - path: The folder or file of the stack.
  ///   - judge: Judges the stack as it would be with other contents for some files.
  /// - Returns: The verdict on the repaired stack.
  /// - Throws: What judging throws.
  mutating func mend(
    _ path: String, judge: @escaping (_ contents: [String: [UInt8]]) throws -> Verdict
  ) throws -> Verdict {
    let folder = Self.folder(of: path)
    let contents = (changes[folder] ?? [:]).mapValues(\.after)
    let outcome = try RepairSession.mend(judge(contents), includesUnsafe: includesUnsafe) {
      try judge(contents.merging($0) { $1 })
    }
    for change in outcome.changes {
      let before = changes[folder]?[change.path]?.before ?? change.before
      changes[folder, default: [:]][change.path] = FileChange(
        path: change.path, before: before, after: change.after)
    }
    mended += outcome.mended.count
    rejected += outcome.rejected.count
    return outcome.verdict
  }

  /// All changes as one patch, with paths from where dovetail was called.
  var patch: [UInt8] {
    sorted.flatMap { folder, change in
      let path = folder == "." ? change.path : "\(folder)/\(change.path)"
      return UnifiedDiff(
        FileChange(path: path, before: change.before, after: change.after)
      ).bytes
    }
  }

  /// Writes all changed files.
  ///
  /// - Throws: The first error; files before it are written, those behind it are not.
  func write() throws {
    let prepared = try sorted.map { folder, change in
      (try FileReplacement(change.path, inFolder: folder), change.after)
    }
    for ((file, bytes), change) in zip(prepared, sorted) {
      do {
        try file.write(bytes)
      } catch {
        throw UnwritableOutput(path: change.change.path, reason: Self.reason(error))
      }
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError)?.code == .fileWriteNoPermission
      ? "its folder does not allow it" : "\(error)"
  }

  /// One line for people.
  var summary: String {
    let files = changes.values.reduce(0) { $0 + $1.count }
    let taken = rejected == 0 ? "" : "; taken back for want of effect: \(rejected)"
    return "mended \(count(mended, "finding")) in \(count(files, "file"))\(taken)"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private var sorted: [(folder: String, change: FileChange)] {
    changes.sorted { $0.key < $1.key }.flatMap { folder, changes in
      changes.sorted { $0.key < $1.key }.map { (folder, $0.value) }
    }
  }

  private static func folder(of path: String) -> String {
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let folder =
      isFolder ? path : String(path.dropLast(path.split(separator: "/").last?.count ?? 0))
    let plain = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return plain.isEmpty ? "." : plain
  }
}
