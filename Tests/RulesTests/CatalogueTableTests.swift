import FoundationEssentials
import Rules
import Testing

/// The table of `docs/catalogue.md`.
struct CatalogueTableTests {
  @Test(arguments: CatalogueRow.all)
  func `a failure has a page, or a reason why not`(row: CatalogueRow) throws {
    if let page = row.page {
      #expect(try Catalogue.builtIn()[page]?.path == row.link, "\(row.failure)")
    } else {
      #expect(!row.reason.isEmpty, "\(row.failure)")
    }
  }

  @Test func `the table is whole`() {
    #expect(CatalogueRow.all.count == 149)
    #expect(Set(CatalogueRow.all.map(\.failure)).count == 149)
  }
}

struct CatalogueRow: CustomTestStringConvertible, Sendable {
  let failure: String

  /// The id of the page that the row names.
  let page: String?

  /// Where the page lies.
  let link: String
  let reason: String

  var testDescription: String { failure }

  static let all: [CatalogueRow] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try? String(
      contentsOf: root.appending(path: "docs/catalogue.md"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map(CatalogueRow.init)
  }()

  private init(_ line: Substring) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
      .map { $0.drop(while: \.isWhitespace) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    failure = cells[0]
    let parts = cells[1].split { "[]()".contains($0) }.map(String.init)
    page = parts.first
    link = parts.count > 1 ? String(parts[1].dropFirst("../".count)) : ""
    reason = cells[2]
  }
}
