import FoundationEssentials
import Glibc
import Reports

/// A file that a report is written to, bit by bit, and that is there as a whole or not at all.
struct OutputFile {
  private let path: String

  /// The file itself, where the path is a link.
  private let target: String

  /// Where the report stands until it is whole; nil for a pipe or a device.
  private let draft: String?

  /// Whether it is a file that can be written more than once.
  var isPlain: Bool { draft != nil }

  init(_ path: String) {
    self.path = path
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    let isPlain = !isThere || status.st_mode & S_IFMT == S_IFREG
    let isOfSystem = path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
    target = isPlain && !isOfSystem ? URL(filePath: path).resolvingSymlinksInPath().path : path
    draft = isPlain && !isOfSystem ? "\(target).\(UInt32.random(in: 0...UInt32.max))" : nil
  }

  /// Writes what the body writes, in the place of what was there.
  ///
  /// - Throws: `UnwritableOutput`, and what the body throws; the file is then as it was.
  func write(_ body: (ReportOutput) throws -> Void) throws {
    do {
      try fill(draft ?? target, O_CREAT | (isPlain ? O_EXCL : O_APPEND), body)
      if let draft, unsafe rename(draft, target) != 0 { throw unwritable(errno) }
    } catch {
      if let draft { unsafe unlink(draft) }
      throw error
    }
  }

  /// Adds what the body writes to what is there.
  func append(_ body: (ReportOutput) throws -> Void) throws {
    try fill(target, O_CREAT | O_APPEND, body)
  }

  private func fill(
    _ name: String, _ flags: Int32, _ body: (ReportOutput) throws -> Void
  ) throws {
    let descriptor = unsafe open(name, O_WRONLY | flags, 0o666)
    guard descriptor >= 0 else { throw unwritable(errno) }
    defer { close(descriptor) }
    let output = ReportOutput { try put($0, into: descriptor) }
    try body(output)
    try output.flush()
  }

  private func put(_ bytes: [UInt8], into descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritable(errno) }
      rest = rest.dropFirst(count)
    }
  }

  private func unwritable(_ code: Int32) -> UnwritableOutput {
    UnwritableOutput(path: path, reason: unsafe String(cString: strerror(code)))
  }
}

/// A file that could not be written.
struct UnwritableOutput: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot write \(path): \(reason)" }
}
