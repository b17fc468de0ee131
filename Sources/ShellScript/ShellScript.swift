package import SourceText

/// A script for a POSIX shell, as a tree of its commands.
///
/// What the grammar does not know, or what is too deep, becomes `ShellCommand.unknown`.
package struct ShellScript: Sendable {
  package let list: ShellList

  /// Reads a script, or the text that `sh -c` gets.
  package init(_ text: SpannedText) {
    var parser = ShellParser(text)
    list = parser.script()
  }

  /// Reads a whole file.
  package init(_ file: SourceFile) {
    self.init(SpannedText(file, range: 0..<file.bytes.count))
  }
}
