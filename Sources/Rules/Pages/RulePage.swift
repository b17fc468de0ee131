package import Facts

/// One Markdown page: a rule, its documentation and its tests.
package struct RulePage: Sendable {
  /// A stack that the page gives to show what breaks the rule, or what does not.
  package struct Example: Sendable {
    /// Whether the rule finds something in the example; the word is its heading's first.
    package enum Kind: String, Sendable {
      case bad = "Bad"
      case good = "Good"
    }

    package let kind: Kind

    /// What follows the heading's first word, such as the trap that the example is about.
    package let title: String

    private let section: MarkdownSections.Section

    init(kind: Kind, title: String, section: MarkdownSections.Section) {
      self.kind = kind
      self.title = title
      self.section = section
    }

    /// The files of the stack; their texts are made anew at each call.
    package var files: [ExampleFile] { section.fences.map(ExampleFile.init) }
  }

  package let rule: Rule

  /// Where the page lies, for errors about it.
  package let path: String

  /// Whether the page is compiled in.
  package internal(set) var isBuiltIn = false

  /// SQL, as it stands in a page.
  struct Query: Sendable {
    let sql: String

    /// The line of the page on which it begins, counted from 1.
    let line: Int
  }

  /// A query that should give no rows.
  let query: Query

  /// The finding's message, with columns of the query in braces.
  package let message: String

  /// A query whose first row tells, in its column `reason`, why the rule could not be judged.
  let unknownQuery: Query?

  /// Tables without which the rule has nothing to look at.
  package let needs: [String]

  /// The rows without one of which the query gives nothing, and is not asked; nil for no such.
  package let given: RowKinds?

  /// Rules whose findings say nothing new at a place where this one has found something.
  package let covers: [String]

  /// Rules whose findings say nothing new about a file in which this one has found something.
  package let precludes: [String]

  /// Rules whose findings say nothing new anywhere once this one has found something.
  package let stops: [String]

  /// The ids that gixy and its successors give to the same check.
  package let gixy: [String]

  /// Whether the edits that the query gives can only mend; nil for a page that gives none.
  package let repair: RepairSafety?

  /// All that judging asks of the facts.
  package var queries: [String] { [query, unknownQuery].compactMap { $0?.sql } }
}

/// A file of an example: a block's content under its name, behind which a mark may stand.
package struct ExampleFile: Sendable {
  package private(set) var path: String
  package private(set) var text: String

  /// False for a file that nobody has the permission to read: its mark is `unreadable`.
  package private(set) var isReadable = true

  init(_ fence: MarkdownSections.Fence) {
    (path, text) = (fence.name, fence.text)
    // Line ends of Windows.
    if takeMark(" crlf") { text = text.replacing("\n", with: "\r\n") }
    if takeMark(" unreadable") { isReadable = false }
  }

  private mutating func takeMark(_ mark: String) -> Bool {
    guard path.hasSuffix(mark) else { return false }
    path.removeLast(mark.count)
    return true
  }
}

/// What a page says of its repairs: `--fix` makes those that can only mend.
package enum RepairSafety: String, CaseIterable, Sendable {
  /// They change nothing that works.
  case safe

  /// They are right, but may change what works.
  case unsafe
}
