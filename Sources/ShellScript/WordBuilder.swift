import SourceText

/// Collects the pieces of a word; literal bytes that belong together become one piece.
struct WordBuilder {
  private var parts: [ShellWord.Part] = []
  private var literal: [UInt8] = []
  private var isLiteralQuoted = false
  private var hasLiteral = false

  mutating func append(_ byte: UInt8, isQuoted: Bool) {
    open(isQuoted: isQuoted)
    literal.append(byte)
  }

  /// Adds what stands in quotes, which makes a piece even where it is empty.
  mutating func appendQuoted(_ bytes: ArraySlice<UInt8>) {
    open(isQuoted: true)
    literal += bytes
  }

  mutating func append(_ kind: ShellWord.Kind, isQuoted: Bool) {
    close()
    parts.append(ShellWord.Part(kind: kind, isQuoted: isQuoted))
  }

  mutating func word(span: SourceSpan) -> ShellWord {
    close()
    return ShellWord(parts: parts, span: span)
  }

  private mutating func open(isQuoted: Bool) {
    if hasLiteral, isLiteralQuoted != isQuoted { close() }
    hasLiteral = true
    isLiteralQuoted = isQuoted
  }

  private mutating func close() {
    guard hasLiteral else { return }
    let text = String(decoding: literal, as: UTF8.self)
    parts.append(ShellWord.Part(kind: .literal(text), isQuoted: isLiteralQuoted))
    literal = []
    hasLiteral = false
  }
}
