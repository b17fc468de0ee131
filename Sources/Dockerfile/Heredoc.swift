package import SourceText

/// A here-document of `RUN`, `COPY` or `ADD`.
package struct Heredoc: Sendable {
  /// The word after `<<` without quotes: the terminator, and for `COPY` the name of the file.
  package let name: String

  /// The number before `<<`; 0 where there is none.
  package let fileDescriptor: Int

  /// Whether variables in the body are expanded: no part of the word was quoted.
  package let isExpanded: Bool

  /// Whether `<<-` strips the tabs at the start of each line.
  package let stripsTabs: Bool

  /// The lines between the instruction and the terminator, line ends and tabs kept.
  package let body: SpannedText

  /// The body as it arrives: without leading tabs where `<<-` strips them.
  package var content: SpannedText {
    guard stripsTabs else { return body }
    var content = body[0..<0]
    var isLineStart = true
    for (index, byte) in body.bytes.enumerated() {
      if isLineStart, byte == UInt8(ascii: "\t") { continue }
      isLineStart = byte == UInt8(ascii: "\n")
      content.append(body[index..<(index + 1)])
    }
    return content
  }
}
