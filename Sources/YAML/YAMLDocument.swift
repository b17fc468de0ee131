package import SourceText

/// The first document of a YAML file, read by libyaml.
package enum YAMLDocument {
  /// How deep values may hold values.
  private static let deepest = 64

  /// Reads a file; nil where it holds no document.
  package static func read(_ file: SourceFile) throws(YAMLError) -> YAMLNode? {
    var composer = Composer(file)
    return try composer.document()
  }

  /// Makes a tree of libyaml's events.
  private struct Composer {
    private let file: SourceFile
    private let places: CharacterPlaces
    private var events: EventReader
    private var anchors: [String: YAMLNode] = [:]

    init(_ file: SourceFile) {
      self.file = file
      places = CharacterPlaces(file.bytes)
      events = EventReader(file.bytes)
    }

    mutating func document() throws(YAMLError) -> YAMLNode? {
      while true {
        let event = try next()
        switch event.kind {
        case .streamEnd: return nil
        case .structure: continue
        default: return try node(event, depth: 0)
        }
      }
    }

    private mutating func next() throws(YAMLError) -> Event {
      switch events.next() {
      case .success(let event): return event
      case .failure(let fault):
        throw YAMLError(reason: fault.reason, span: span(fault.index..<fault.index))
      }
    }

    private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
      guard depth < deepest else {
        throw YAMLError(reason: "the document is nested too deeply", span: span(event.range))
      }
      let node: YAMLNode
      switch event.kind {
      case .alias(let name):
        // An anchor that is not there yet would hold itself.
        guard let anchored = anchors[name] else {
          throw YAMLError(reason: "found undefined alias", span: span(event.range))
        }
        return anchored
      case .scalar(let text, let isPlain):
        node = .scalar(YAMLScalar(text: text, isPlain: isPlain, span: span(event.range)))
      case .sequenceStart: node = try sequence(from: event, depth: depth)
      case .mappingStart: node = try mapping(from: event, depth: depth)
      default: throw YAMLError(reason: "found an unexpected end", span: span(event.range))
      }
      if let anchor = event.anchor { anchors[anchor] = node }
      return node
    }

    private mutating func sequence(
      from start: Event, depth: Int
    ) throws(YAMLError) -> YAMLNode {
      var elements: [YAMLNode] = []
      while true {
        let event = try next()
        if case .sequenceEnd = event.kind {
          return .sequence(elements, span(start.range.lowerBound..<event.range.upperBound))
        }
        elements.append(try node(event, depth: depth + 1))
      }
    }

    private mutating func mapping(
      from start: Event, depth: Int
    ) throws(YAMLError) -> YAMLNode {
      var pairs: [YAMLPair] = []
      while true {
        let event = try next()
        if case .mappingEnd = event.kind {
          return .mapping(merged(pairs), span(start.range.lowerBound..<event.range.upperBound))
        }
        let key = try node(event, depth: depth + 1)
        let valueEvent = try next()
        let value = try node(valueEvent, depth: depth + 1)
        // A key that is no text names nothing that anybody asks for.
        if let key = key.scalar {
          pairs.append(YAMLPair(key: key, value: value, valueTag: valueEvent.tag))
        }
      }
    }

    /// Puts what `<<` names in its place.
    ///
    /// It is done once for each mapping: done at every look, merges of merges would never end.
    private func merged(_ pairs: [YAMLPair]) -> [YAMLPair] {
      let merges = pairs.filter { $0.key.text == "<<" && $0.key.isPlain }
      guard !merges.isEmpty else { return pairs }
      var result = pairs.filter { $0.key.text != "<<" || !$0.key.isPlain }
      var names = Set(result.map(\.key.text))
      for source in merges.flatMap({ $0.value.elements ?? [$0.value] }) {
        result += (source.pairs ?? []).filter { names.insert($0.key.text).inserted }
      }
      return result
    }

    private func span(_ range: Range<Int>) -> SourceSpan {
      SourceSpan(
        file: file.id, start: places.offset(of: range.lowerBound),
        end: places.offset(of: range.upperBound)
      )
    }
  }
}

/// Where the characters that libyaml counts stand in the bytes.
private struct CharacterPlaces {
  private let offsets: [Int]?
  private let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    offsets = isASCII ? nil : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  func offset(of index: Int) -> Int {
    guard let offsets else { return min(index, count) }
    return index < offsets.count ? offsets[index] : count
  }
}
