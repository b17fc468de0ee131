/// Lays a report out for one kind of reader.
package protocol Reporter: Sendable {
  /// Writes the whole report.
  ///
  /// - Throws: What the output's taker throws, and `XMLError` without memory.
  func write(_ report: Report, to output: ReportOutput) throws
}

extension Reporter {
  /// The whole report at once.
  package func bytes(of report: Report) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let output = ReportOutput { bytes += $0 }
    try write(report, to: output)
    try output.flush()
    return bytes
  }
}
