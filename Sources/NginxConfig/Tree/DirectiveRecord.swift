/// A directive as it lies in the tree: 36 bytes, because a configuration may have millions.
struct DirectiveRecord {
  /// The block that it stands in, or -1.
  var parent: Int32

  /// Its name in the list of words; its words end where those of the next record begin.
  var firstWord: Int32

  /// The offset after its `;` or `{`.
  var headEnd: Int32

  /// The offset after its `}`; that of its head for simple directives.
  var end: Int32

  /// The first record after it and all that stands within it.
  var subtreeEnd: Int32

  /// Which reading of a file it came from.
  var inclusion: Int32

  /// The number of blocks around it.
  var depth: Int32

  /// Its entry in the table of directives, or -1.
  var command: Int16

  /// Where it stands.
  var context: NginxContext
  var marks: Marks

  struct Marks: OptionSet {
    let rawValue: UInt8

    static let block = Marks(rawValue: 1)

    /// Its last word is the body of a block of Lua.
    static let lua = Marks(rawValue: 2)

    /// nginx would not have come to take it as a directive: it is cut off, or refused.
    static let broken = Marks(rawValue: 4)

    /// A word has escapes or variables, so that its value is not plainly what is written.
    static let quotedName = Marks(rawValue: 8)
  }
}
