/// A node of a document as it was written: comments, sections and entities stay apart from text.
package indirect enum XMLNode: Sendable {
  case element(name: String, attributes: [String: String], children: [XMLNode])
  case text(String)
  case characterSection(String)
  case comment(String)
  case instruction(String)

  /// A reference to an entity of the document's own, with the text that it was declared with.
  case entity(String?)

  /// The text that libxml2 keeps with the node itself; an element has none.
  package var content: String? {
    switch self {
    case .element: nil
    case .text(let text), .characterSection(let text), .comment(let text), .instruction(let text):
      text
    case .entity(let text): text
    }
  }
}
