import XML

/// Reads the XML form as uWSGI does with libxml2 (`core/xmlconf.c`).
struct XMLReader {
  private let units: [UwsgiText.Unit]
  private var places: XMLPlaces

  /// Unknown parts go through libxml2 as characters that no one writes.
  private static let firstStandIn: UInt32 = 0xf0000

  init(_ units: [UwsgiText.Unit]) {
    self.units = units
    places = XMLPlaces(units)
  }

  /// The options of the stanza of that id; of the first where none is asked for.
  mutating func options(ofID id: String?) throws -> [ReadOption] {
    let reader = XMLNodeReader(bytes(), levels: 4)
    guard let root = reader.root else {
      throw ReadFailure.malformed(
        reason: reader.problem?.message ?? "Document is empty", at: 0)
    }
    guard let stanza = stanza(in: root, id: id) else { throw ReadFailure.noRoot }
    var options: [ReadOption] = []
    for node in stanza {
      options += try self.options(of: node, id: id)
    }
    return options
  }

  /// The children of the element `uwsgi`, which is the root or one of its children.
  private mutating func stanza(in root: XMLNode, id: String?) -> [XMLNode]? {
    guard case .element(let name, _, let children) = root else { return nil }
    _ = places.next(root)
    // An element without children is not looked at more closely.
    if name == "uwsgi" || children.isEmpty { return children }
    for child in children {
      guard case .element("uwsgi", let attributes, let options) = child,
        id == nil || attributes["id"] == nil || attributes["id"] == id
      else {
        places.pass(child)
        continue
      }
      _ = places.next(child)
      return options
    }
    return nil
  }

  private mutating func options(of node: XMLNode, id: String?) throws -> [ReadOption] {
    switch node {
    case .characterSection(let text):
      let place = places.next(node)
      return [option("eval", text, place.name, place.value)]
    case .element(let name, let attributes, let children):
      let place = places.next(node)
      defer { children.forEach { places.pass($0) } }
      if let id, let own = attributes["id"], own != id { return [] }
      if name == "app" { return application(attributes, children, place) }
      guard let first = children.first else { return [option(name, "1", place.name, place.value)] }
      guard let content = first.content else {
        throw ReadFailure.crash(name: text(name), at: place.name)
      }
      return [option(name, content, place.name, place.value)]
    default:
      _ = places.next(node)
      return []
    }
  }

  /// `<app mountpoint="/x">module</app>` stands for a `mount`.
  private func application(
    _ attributes: [String: String], _ children: [XMLNode], _ place: XMLPlaces.Place
  ) -> [ReadOption] {
    let empty = option("app", "", place.name, place.value)
    guard let first = children.first else { return [empty] }
    var content = children.count == 1 ? first.content : nil
    if content == nil, children.count > 1, case .element(_, _, let inner) = children[1] {
      content = inner.first?.content
    }
    guard let content else { return [] }
    let mount =
      attributes["mountpoint"].map { "\($0)=\(content)" }
      ?? attributes["domain"].map { "\($0)|=\(content)" } ?? content
    return [option("mount", mount, place.name, place.value), empty]
  }

  private func option(
    _ name: String, _ value: String, _ nameRange: Range<Int>, _ valueRange: Range<Int>
  ) -> ReadOption {
    ReadOption(
      name: text(name), value: text(value), nameRange: nameRange, valueRange: valueRange)
  }

  private func bytes() -> [UInt8] {
    units.flatMap { unit -> [UInt8] in
      guard unit >= UwsgiText.firstUnknown else { return [UInt8(truncatingIfNeeded: unit)] }
      let scalar = Self.firstStandIn + UInt32(unit - UwsgiText.firstUnknown)
      return JSONLexer.utf8(scalar).map { UInt8(truncatingIfNeeded: $0) }
    }
  }

  private func text(_ string: String) -> UwsgiText {
    var units: [UwsgiText.Unit] = []
    let limit = Self.firstStandIn + UInt32(UwsgiText.Unit.max - UwsgiText.firstUnknown)
    for scalar in string.unicodeScalars {
      if (Self.firstStandIn..<limit).contains(scalar.value) {
        let number = scalar.value - Self.firstStandIn
        units.append(UwsgiText.firstUnknown + UwsgiText.Unit(number))
      } else {
        units += JSONLexer.utf8(scalar.value)
      }
    }
    return UwsgiText(units: units)
  }
}
