import FoundationEssentials
import Testing

/// Files that hold what a report should be; `UPDATE_GOLDEN=1 swift test` writes them anew.
enum Golden {
  static let testdata = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "testdata/reports")

  static func expect(_ bytes: [UInt8], toEqual name: String) throws {
    let file = testdata.appending(path: "golden").appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(bytes).write(to: file)
    }
    let expected = try Data(contentsOf: file)
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
      "\(name) differs; UPDATE_GOLDEN=1 swift test writes it anew"
    )
  }
}
