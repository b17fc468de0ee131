/// A block of a rule page or of a fix: the part of Markdown that such texts use.
enum MarkdownBlock: Hashable {
  case heading(level: Int, String)
  case paragraph(String)

  /// The items, each one paragraph; numbered if it is.
  case list([String], isNumbered: Bool)

  /// A fenced block with what stands behind the fence, such as `nginx site.conf`.
  case code(info: String, String)

  /// The rows of a table, the first of which is its head.
  case table([[String]])
}
