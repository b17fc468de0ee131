import PerlPattern
import SourceText

/// What is known of a regular expression that was compiled before.
struct PatternRecord {
  let captureCount: Int
  let names: [String]
}

extension NginxLoader {
  /// Compiles a pattern as `ngx_http_regex_compile` does, and defines its named captures.
  mutating func compilePattern(
    _ pattern: ByteText, ignoringCase: Bool, _ statement: Statement, word: Int
  ) -> PatternRecord? {
    let key = (ignoringCase ? "i" : "c") + String(decoding: pattern, as: UTF8.self)
    if let known = patterns[key] {
      return defineCaptures(known, statement, word: word) ? known : nil
    }
    do {
      let compiled = try PerlPattern(Array(pattern), ignoringCase: ignoringCase)
      let record = PatternRecord(
        captureCount: compiled.captureCount, names: compiled.names.map(\.name)
      )
      // The cache is for the patterns that thousands of virtual hosts repeat.
      if patterns.count < 1_000 { patterns[key] = record }
      return defineCaptures(record, statement, word: word) ? record : nil
    } catch {
      let rest = error.offset < pattern.count ? pattern.dropFirst(error.offset).printable : nil
      refuse(
        .reference(
          .invalidPattern(reason: error.message, pattern: pattern.printable, rest: rest)
        ), statement, word: word
      )
      return nil
    }
  }

  private mutating func defineCaptures(
    _ record: PatternRecord, _ statement: Statement, word: Int
  ) -> Bool {
    for name in record.names {
      guard define(ByteText(name.utf8), statement, word: word) else { return false }
    }
    return true
  }
}
