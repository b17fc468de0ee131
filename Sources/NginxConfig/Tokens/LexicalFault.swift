/// What the lexer refuses, and where.
package struct LexicalFault: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// A byte that cannot stand where it does.
    case unexpectedByte(UInt8)

    /// The file ends within a statement.
    case unexpectedEnd

    /// A word or a comment that is longer than nginx's buffer.
    case tooLong(startsWith: [UInt8])

    /// A quoted word that is longer than nginx's buffer; the byte is its quote.
    case tooLongQuoted(UInt8)

    /// A block of Lua without its closing brace.
    case unexpectedEndOfLua

    /// One token of Lua that is longer than nginx's buffer.
    case tooLongLua
  }

  package let kind: Kind

  /// The offset that nginx's line number counts up to.
  package let offset: Int

  /// What to point at.
  package let range: Range<Int>
}
