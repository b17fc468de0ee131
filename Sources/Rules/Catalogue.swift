/// The rules that a run asks: those compiled in, and those of the user's own folders.
package struct Catalogue: Sendable {
  package private(set) var pages: [RulePage] = []

  /// Where each id's page lies.
  private var paths: [String: String] = [:]

  /// The pages under `rules/`, as they were when dovetail was built; an error is a defect of one.
  package static func builtIn() throws(RulePageError) -> Catalogue {
    try embedded.get()
  }

  private static let embedded = Result { () throws(RulePageError) in
    var catalogue = Catalogue(pages: [])
    for file in EmbeddedText.files {
      try catalogue.add(RulePage(builtIn: file.text, path: "rules/\(file.path)"))
    }
    return catalogue
  }

  package init(pages: [RulePage]) {
    self.pages = pages
    paths = Dictionary(pages.map { ($0.rule.id, $0.path) }) { first, _ in first }
  }

  /// Adds a page; a rule's id can be taken only once.
  package mutating func add(_ page: RulePage) throws(RulePageError) {
    if let other = paths.updateValue(page.path, forKey: page.rule.id) {
      throw page.error("the id `\(page.rule.id)` is taken by \(other)", atKey: "id")
    }
    pages.append(page)
  }

  package subscript(id: String) -> RulePage? {
    pages.first { $0.rule.id == id }
  }
}
