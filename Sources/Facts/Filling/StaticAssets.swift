internal import Image

/// The files that a Flask application gives out under `/static/`.
struct StaticAssets {
  /// A file with the path that browsers ask for.
  struct Asset {
    let path: String
    let file: String

    /// A page or style sheet that names it.
    let askedBy: String?
  }

  /// The folder; nil where there is none, or one that the application has put elsewhere.
  private let folder: String?

  /// What is read at most: few files tell where all of them are.
  private static let assetLimit = 40
  private static let pageLimit = 200

  init(_ statements: [PythonStatementFact]) {
    let makers = statements.filter { $0.text.contains("Flask(") && !$0.text.hasPrefix("from ") }
    let folders = Set(makers.map { "\($0.path.folder)/static" })
    let isUsual = makers.allSatisfy {
      $0.text.contains("Flask(__name__") && !$0.text.contains("static_")
    }
    folder = isUsual && folders.count == 1 ? folders.first : nil
  }

  /// Those of the build folder, the ones that are asked for first.
  func assets(in image: Image) -> [Asset] {
    guard let folder else { return [] }
    let files = image.filesOfTheBuildFolder
    let names = files.map(\.path).filter { $0.hasPrefix("\(folder)/") }
      .map { String($0.dropFirst(folder.count + 1)) }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    let pages = files.lazy.filter { Self.isPage($0.path) }.prefix(Self.pageLimit)
      .compactMap { page in
        image.bytes(of: page.node).map { (page.path, String(decoding: $0, as: UTF8.self)) }
      }
    let assets = names.map { name in
      Asset(
        path: "/static/\(name)", file: "\(folder)/\(name)",
        askedBy: pages.first { Self.names(name, in: $0.1) }?.0)
    }
    return Array(
      (assets.filter { $0.askedBy != nil } + assets.filter { $0.askedBy == nil })
        .prefix(Self.assetLimit))
  }

  private static func isPage(_ path: String) -> Bool {
    [".html", ".htm", ".jinja2", ".j2", ".css"].contains { path.hasSuffix($0) }
  }

  /// Whether a page names a file as a whole: behind a quote, or behind the path of its folder.
  private static func names(_ name: String, in page: String) -> Bool {
    ["'\(name)", "\"\(name)", "/static/\(name)"].contains { page.contains($0) }
  }
}
