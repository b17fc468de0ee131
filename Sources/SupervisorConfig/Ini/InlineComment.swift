/// Where a line's comment begins.
enum InlineComment {
  /// The index of the `;` or `#` that cuts the line; nil where nothing does.
  static func start(in line: TracedText) -> Int? {
    let first = line.scalars.first { !$0.value.isPythonSpace }?.value
    if first == "#" || first == ";" { return 0 }
    return inlineStart(in: line)
  }

  /// Finds the mark as `RawConfigParser._read` does.
  ///
  /// It looks at the first `;` and `#`, then at the second ones, and stops at the first pair
  /// in which either follows white space: an earlier mark of a later pair is not seen.
  private static func inlineStart(in line: TracedText) -> Int? {
    let semicolons = marks(";", in: line)
    let hashes = marks("#", in: line)
    for turn in 0..<max(semicolons.count, hashes.count) {
      let candidates = [semicolons, hashes].compactMap { marks in
        turn < marks.count ? marks[turn] : nil
      }
      let starts = candidates.filter { $0 == 0 || line.scalars[$0 - 1].value.isPythonSpace }
      if let start = starts.min() { return start }
    }
    return nil
  }

  private static func marks(_ mark: Unicode.Scalar, in line: TracedText) -> [Int] {
    line.scalars.indices.filter { line.scalars[$0].value == mark }
  }
}
