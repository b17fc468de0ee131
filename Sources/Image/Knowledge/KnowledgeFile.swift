/// One file of `knowledge/`: sections that begin at the margin, each with indented statements.
struct KnowledgeFile: Sendable {
  /// A section such as `base`, `package nginx` or `image python`.
  struct Section: Sendable {
    let kind: Substring
    let names: [Substring]
    var statements: [Statement] = []
  }

  /// The lines at the margin that open no section, such as `release 12 bookworm`.
  private(set) var header: [Statement] = []
  private(set) var sections: [Section] = []
  private var indicesByName: [Substring: [Int]] = [:]

  private static let sectionKinds: Set<Substring> = ["base", "package", "image", "quiet"]

  init(_ text: String) {
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      guard let statement = Statement(line) else { continue }
      if line.first == UInt8(ascii: " ") {
        guard !sections.isEmpty else { continue }
        sections[sections.count - 1].statements.append(statement)
      } else if Self.sectionKinds.contains(statement.verb) {
        open(Section(kind: statement.verb, names: statement.words))
      } else {
        header.append(statement)
      }
    }
  }

  /// The statements of all sections of a kind that have a name, in order.
  func statements(of kind: Substring, named name: some StringProtocol) -> [Statement]? {
    guard let indices = indicesByName[kind + " " + name] else { return nil }
    return indices.flatMap { sections[$0].statements }
  }

  /// The words of a line at the margin.
  func headerWords(_ verb: Substring) -> [Substring] {
    header.filter { $0.verb == verb }.flatMap(\.words)
  }

  private mutating func open(_ section: Section) {
    let names = section.names.isEmpty ? [""] : section.names
    for name in names {
      indicesByName[section.kind + " " + name, default: []].append(sections.count)
    }
    sections.append(section)
  }
}
