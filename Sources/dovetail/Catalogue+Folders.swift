import FoundationEssentials
import Rules

extension Catalogue {
  /// The rules that are compiled in, and the pages of folders.
  ///
  /// - Throws: `RulePageError` for a page that is no rule, `UnreadableInput` for a folder.
  static func builtIn(with folders: [String]) throws -> Catalogue {
    var catalogue = try builtIn()
    // The pages that are compiled in are validated by the tests.
    guard !folders.isEmpty else { return catalogue }
    for folder in folders {
      try catalogue.add(pagesBelow: folder)
    }
    try RuleEngine(catalogue).validate()
    return catalogue
  }

  /// Adds every page below a folder.
  mutating func add(pagesBelow folder: String) throws {
    for path in try Self.pages(below: folder) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try add(RulePage(text, path: path))
    }
  }

  private static func pages(below folder: String) throws -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw UnreadableFolder(path: folder)
    }
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }
}

/// A folder that could not be read.
struct UnreadableFolder: Error, CustomStringConvertible {
  let path: String

  var description: String { "cannot read the folder \(path)" }
}
