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
    var pages: [String: String] = [:]
    for page in files.lazy.filter({ Self.isPage($0.path) }).prefix(Self.pageLimit) {
      for name in PageNames(image.bytes(of: page.node) ?? []) where pages[name] == nil {
        pages[name] = page.path
      }
    }
    let assets = names.map { name in
      Asset(path: "/static/\(name)", file: "\(folder)/\(name)", askedBy: pages[name])
    }
    return Array(
      (assets.filter { $0.askedBy != nil } + assets.filter { $0.askedBy == nil })
        .prefix(Self.assetLimit))
  }

  private static func isPage(_ path: String) -> Bool {
    [".html", ".htm", ".jinja2", ".j2", ".css"].contains { path.hasSuffix($0) }
  }
}

/// The names in a page that may be those of static files: what stands behind a quote, or behind the
/// path of their folder.
private struct PageNames: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start = 0

  /// No file has a longer name.
  private static let lengthLimit = 4096

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> String? {
    while start < bytes.count {
      let word = bytes[start...].prefix { !Self.ends($0) }
      let isQuoted = start > 0 && Self.isQuote(bytes[start - 1])
      start = word.endIndex + 1
      guard !word.isEmpty, word.count < Self.lengthLimit else { continue }
      let text = String(decoding: word, as: UTF8.self)
      if let folder = text.firstRange(of: "/static/") { return String(text[folder.upperBound...]) }
      if isQuoted { return text }
    }
    return nil
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// Whether a name stops before a byte, such as the question mark of a version.
  private static func ends(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || isQuote(byte) || "?#()<>".utf8.contains(byte)
  }
}
