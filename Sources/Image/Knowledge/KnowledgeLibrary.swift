/// All that was compiled in from `knowledge/`.
struct KnowledgeLibrary: Sendable {
  private static let texts = Dictionary(
    EmbeddedText.files.map { ($0.path, $0.text) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The knowledge of a distribution or an index of packages, such as `debian` or `pypi`.
  static func file(_ name: String) -> KnowledgeFile? {
    texts[name + ".txt"].map(KnowledgeFile.init)
  }

  /// The file that describes an image, such as `tiangolo` for `tiangolo/uwsgi-nginx`.
  static func file(describingImage name: String) -> KnowledgeFile? {
    for (path, text) in EmbeddedText.files where path.hasSuffix(".txt") && !path.contains("/") {
      let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
      let isDescribed = lines.contains { line in
        line.starts(with: "image ".utf8)
          && line.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(name.utf8) }
      }
      if isDescribed { return KnowledgeFile(text) }
    }
    return nil
  }

  /// The text of a table, such as `nginx/advisories`.
  static func table(_ name: String) -> String? {
    texts[name + ".tsv"]
  }

  /// What a file holds that a package brings, such as `debian/nginx.conf`.
  static func content(_ name: String) -> [UInt8]? {
    texts["files/" + name].map { Array($0.utf8) }
  }
}
