/// A part of a regular expression, as far as it decides what can match.
package indirect enum PatternNode: Hashable, Sendable {
  case nothing

  /// One byte out of a set; a character of several bytes is several of these.
  case bytes(ByteSet)
  case startOfText
  case endOfText

  /// A word boundary, a look around, or a flag: it takes no text.
  case assertion
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case group(PatternNode, number: Int?, name: String?)

  /// A group that never gives back what it has taken.
  case atomic(PatternNode)

  /// `maximum` is nil where there is none.
  case repetition(PatternNode, minimum: Int, maximum: Int?, isPossessive: Bool)
  case backreference(Int?)
}
