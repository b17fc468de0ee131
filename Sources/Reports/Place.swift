import SourceText

/// Where people and machines look: a file's name, and lines and columns that count from 1.
struct Place: Hashable {
  /// The path from where Dovetail was called, or the absolute path in the container.
  let path: String
  let start: LinePosition

  /// Behind the last character.
  let end: LinePosition

  /// Whether the file is one of the user's, not one that only the image has.
  let isInFolder: Bool

  /// What editors and terminals make a link of.
  var link: String {
    "\(Printable.line(path)):\(start.line):\(start.column)"
  }
}
