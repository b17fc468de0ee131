import Foundation
import Image
import SourceText
import Testing

/// What a builder without the permission to read does, as `script/record-unreadable` wrote it down.
@Suite struct UnreadableSourceTests {
  @Test(arguments: Self.cases)
  func `the build ends, or files are empty, as with docker build`(line: String) throws {
    let fields = line.components(separatedBy: "\t")
    try #require(fields.count == 4)
    let unreadable = fields[2].split(separator: " ").map { $0.filter { $0 != "*" } }
    let image = buildImage(
      fields[1].replacing("\\n", with: "\n"),
      files: ["a": "a", "b": "b", "dir/c": "c", ".dockerignore": "b"],
      unreadable: Set(unreadable))
    let refusals = image.problems.filter { $0.consequence == .refuses }.map(\.message)
    #expect(refusals.isEmpty == (fields[3] == "built"))
    for message in refusals {
      #expect(fields[3].hasSuffix(message.filter { $0 != "\"" }))
    }
    // The builds that are told to find an empty file, or one that was to be left out, found it.
    let isTold = image.problems.contains { $0.consequence == .unknown }
    #expect(isTold == (fields[1].contains("test ! -s") || fields[1].contains("test -s")))
  }

  private static let cases: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../testdata/unreadable/cases.tsv").standardized
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()
}
