/// An element of a document that was read.
package struct XMLElement: Sendable {
  /// What stands inside an element, in order.
  package enum Node: Sendable {
    case element(XMLElement)
    case text(String)
  }

  /// The name as it is written, with its prefix.
  package let name: String

  /// The attributes, in order.
  package let attributes: [(name: String, value: String)]

  package var nodes: [Node] = []

  /// The line on which the start tag ends, counted from 1.
  package let line: Int

  /// The bytes of the start tag, from `<` to behind `>`.
  package let startTag: Range<Int>

  /// The bytes between the tags; empty for `<a/>`.
  package var content: Range<Int>

  /// The elements directly inside.
  package var elements: [XMLElement] {
    nodes.compactMap { node in
      if case .element(let element) = node { element } else { nil }
    }
  }

  /// The character data directly inside, joined.
  package var text: String {
    nodes.reduce(into: "") { text, node in
      if case .text(let piece) = node { text += piece }
    }
  }

  /// The value of the first attribute of that name.
  package func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
