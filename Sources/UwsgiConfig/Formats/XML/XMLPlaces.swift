import XML

/// Finds where the nodes of a document stand in its text, in the order in which they come.
struct XMLPlaces {
  struct Place {
    /// The element's name.
    let name: Range<Int>

    /// The text up to the next tag.
    let value: Range<Int>
  }

  private let units: [UwsgiText.Unit]
  private var index = 0

  init(_ units: [UwsgiText.Unit]) {
    self.units = units
  }

  /// The place of the next node; looking for others goes on behind its start.
  mutating func next(_ node: XMLNode) -> Place {
    switch node {
    case .element(let name, _, _):
      return element(name)
    case .comment: return section("<!--", "-->")
    case .characterSection: return section("<![CDATA[", "]]>")
    case .instruction: return section("<?", "?>")
    case .text, .entity: return Place(name: index..<index, value: index..<index)
    }
  }

  /// Goes behind a node and all that is in it.
  mutating func pass(_ node: XMLNode) {
    _ = next(node)
    if case .element(_, _, let children) = node {
      children.forEach { pass($0) }
    }
  }

  private mutating func element(_ name: String) -> Place {
    let tag = Array(name.utf8.map(UInt16.init))
    var start = index
    while let open = units[start...].firstIndex(of: UInt16(ascii: "<")) {
      // A prefix may stand before the name.
      let word = units[(open + 1)...].prefix { !isEnd($0) }
      if word.elementsEqual(tag)
        || word.split(separator: UInt16(ascii: ":")).last.map({ $0.elementsEqual(tag) }) == true
      {
        let nameRange = (word.endIndex - tag.count)..<word.endIndex
        let close = units[word.endIndex...].firstIndex(of: UInt16(ascii: ">")) ?? units.count - 1
        index = min(close + 1, units.count)
        let end = units[index...].firstIndex(of: UInt16(ascii: "<")) ?? units.count
        let isEmpty = units[close - 1] == UInt16(ascii: "/")
        return Place(name: nameRange, value: index..<(isEmpty ? index : end))
      }
      start = open + 1
    }
    return Place(name: index..<index, value: index..<index)
  }

  private mutating func section(_ opening: String, _ closing: String) -> Place {
    guard let start = find(opening, from: index) else {
      return Place(name: index..<index, value: index..<index)
    }
    let end = find(closing, from: start) ?? units.count
    let content = min(start + opening.utf8.count, end)..<end
    index = min(end + closing.utf8.count, units.count)
    return Place(name: content, value: content)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = text.utf8.map(UInt16.init)
    guard units.count >= wanted.count + start else { return nil }
    return (start...(units.count - wanted.count)).first { units[$0...].starts(with: wanted) }
  }

  private func isEnd(_ unit: UwsgiText.Unit) -> Bool {
    unit == UInt16(ascii: ">") || unit == UInt16(ascii: "/") || UwsgiText.isWhiteSpace(unit)
  }
}
