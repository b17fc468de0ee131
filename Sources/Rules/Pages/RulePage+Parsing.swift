internal import Facts
internal import SourceText

extension RulePage {
  /// Reads a page; throws where it is no complete rule.
  package init(_ page: String, path: String) throws(RulePageError) {
    let reader = PageReader(path: path, page: page, sections: MarkdownSections(page))
    try self.init(reader)
    _ = try reader.examples()
  }

  /// Reads a page that is compiled in, without its examples: most of the text, which few runs want.
  init(builtIn page: String, path: String) throws(RulePageError) {
    let sections = MarkdownSections(page) { Example.Kind(heading: $0) != nil }
    try self.init(PageReader(path: path, page: page, sections: sections))
    isBuiltIn = true
  }

  /// The stacks that show what breaks the rule and what does not, in the page's order.
  ///
  /// They are read anew at each call; throws where one kind is missing, or one is malformed.
  package func examples() throws(RulePageError) -> [Example] {
    let sections = MarkdownSections(rule.page)
    return try PageReader(path: path, page: rule.page, sections: sections).examples()
  }

  private init(_ reader: PageReader) throws(RulePageError) {
    let head = try reader.head()
    path = reader.path
    query = Query(try reader.code(in: "Query", language: "sql"))
    message = try reader.prose(in: "Message")
    unknownQuery = try reader.optionalCode(in: "Unknown", language: "sql").map(Query.init)
    needs = head.list("needs")
    given = try reader.given(head)
    covers = head.list("covers")
    precludes = head.list("precludes")
    stops = head.list("stops")
    gixy = head.list("gixy")
    repair = try reader.repair(head)
    rule = Rule(
      id: try reader.id(head),
      area: try head.text("area"),
      severity: try reader.severity(head),
      title: try reader.title(),
      why: try reader.prose(in: "Why"),
      fix: try reader.prose(in: "Fix"),
      page: reader.page
    )
  }
}

extension RulePage.Query {
  fileprivate init(_ fence: MarkdownSections.Fence) {
    self.init(sql: fence.text, line: fence.line)
  }
}

extension RulePage.Example.Kind {
  /// The kind that the heading of an example begins with; nil for other headings.
  init?(heading: String) {
    let word = heading.utf8.prefix { $0 != UInt8(ascii: ":") }
    self.init(rawValue: String(Substring(word)))
  }
}

/// The keys above a page's heading.
private struct PageHead {
  static let keys: Set = [
    "id", "area", "severity", "needs", "given", "covers", "precludes", "stops", "gixy", "repair",
  ]

  let reader: PageReader
  let values: [String: String]

  func text(_ key: String) throws(RulePageError) -> String {
    guard let value = values[key], !value.isEmpty else {
      throw reader.error(line: 1, "the page's head has no `\(key)`")
    }
    return value
  }

  func list(_ key: String) -> [String] {
    (values[key] ?? "").utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
      .map { String(Substring($0)) }
  }
}

/// Takes the parts of a page, or says what is missing and where.
private struct PageReader {
  let path: String
  let page: String
  let sections: MarkdownSections

  func head() throws(RulePageError) -> PageHead {
    var values: [String: String] = [:]
    for (key, value, line) in sections.frontMatter {
      guard PageHead.keys.contains(key) else {
        throw error(line: line, "a rule page knows no `\(key)`")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw error(line: line, "`\(key)` is given twice")
      }
    }
    return PageHead(reader: self, values: values)
  }

  func id(_ head: PageHead) throws(RulePageError) -> String {
    let id = try head.text("id")
    let isKebab = id.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isKebab else { throw error(line: 2, "the id `\(id)` is not in kebab-case") }
    return id
  }

  func severity(_ head: PageHead) throws(RulePageError) -> Severity {
    let name = try head.text("severity")
    guard let severity = Severity(rawValue: name) else {
      throw error(line: 1, "the severity `\(name)` is none of error, warning, note")
    }
    return severity
  }

  func repair(_ head: PageHead) throws(RulePageError) -> RepairSafety? {
    guard let name = head.values["repair"] else { return nil }
    guard let safety = RepairSafety(rawValue: name) else {
      throw error(line: 1, "the repair `\(name)` is neither safe nor unsafe")
    }
    return safety
  }

  /// Such as `problem.code = unknown-directive, unknown-option`.
  func given(_ head: PageHead) throws(RulePageError) -> RowKinds? {
    guard head.values["given"] != nil else { return nil }
    let words = head.list("given")
    let name = (words.first ?? "").utf8.split(separator: UInt8(ascii: ".")).map {
      String(Substring($0))
    }
    guard words.count > 2, words[1] == "=", name.count == 2 else {
      throw error(line: 1, "`given` is written as TABLE.COLUMN = VALUE, VALUE")
    }
    return RowKinds(table: name[0], column: name[1], values: Array(words.dropFirst(2)))
  }

  func title() throws(RulePageError) -> String {
    guard !sections.title.isEmpty else { throw error(line: 1, "the page has no heading") }
    return sections.title
  }

  func prose(in heading: String) throws(RulePageError) -> String {
    let text = try section(heading).text
    guard !text.isEmpty else {
      throw error(line: try section(heading).line, "the section `\(heading)` is empty")
    }
    return text
  }

  func code(in heading: String, language: String) throws(RulePageError) -> MarkdownSections.Fence {
    let section = try section(heading)
    guard let fence = section.fences.first(where: { $0.language == language }) else {
      throw error(line: section.line, "the section `\(heading)` has no block of \(language)")
    }
    return fence
  }

  func optionalCode(
    in heading: String,
    language: String
  ) throws(RulePageError) -> MarkdownSections.Fence? {
    guard sections.sections.contains(where: { $0.heading == heading }) else { return nil }
    return try code(in: heading, language: language)
  }

  func examples() throws(RulePageError) -> [RulePage.Example] {
    var examples: [RulePage.Example] = []
    for section in sections.sections {
      guard let kind = RulePage.Example.Kind(heading: section.heading) else { continue }
      guard !section.fences.isEmpty, section.fences.allSatisfy({ !$0.name.isEmpty }) else {
        throw error(line: section.line, "an example is made of blocks, each with a file's name")
      }
      examples.append(
        RulePage.Example(
          kind: kind,
          title: String(section.heading.dropFirst(kind.rawValue.count + 1).drop { $0 == " " }),
          section: section
        )
      )
    }
    for kind in [RulePage.Example.Kind.bad, .good]
    where !examples.contains(where: { $0.kind == kind }) {
      throw error(line: lastLine, "the page has no example under `## \(kind.rawValue)`")
    }
    return examples
  }

  private var lastLine: Int { page.linesOfBytes.count }

  func error(line: Int, _ message: String) -> RulePageError {
    RulePageError(PlacedMessage(message, path: path, line: line, of: page))
  }

  private func section(_ heading: String) throws(RulePageError) -> MarkdownSections.Section {
    guard let section = sections.sections.first(where: { $0.heading == heading }) else {
      throw error(line: lastLine, "the page has no section `## \(heading)`")
    }
    return section
  }
}
