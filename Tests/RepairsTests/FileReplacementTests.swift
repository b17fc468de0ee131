import Foundation
import Repairs
import Testing

@Suite struct FileReplacementTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "replace-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func `contents change, the mode stays, and nothing is left beside`() throws {
    let file = folder.appending(path: "run.sh")
    try Data("old".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o751], ofItemAtPath: file.path)
    try FileReplacement("run.sh", inFolder: folder.path).write(Array("new".utf8))
    #expect(try String(contentsOf: file, encoding: .utf8) == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o751)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["run.sh"])
  }

  @Test func `a link stays a link`() throws {
    let link = folder.appending(path: "link")
    try Data("old".utf8).write(to: folder.appending(path: "file"))
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "file")
    try FileReplacement("link", inFolder: folder.path).write(Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "file")
    #expect(try String(contentsOf: folder.appending(path: "file"), encoding: .utf8) == "new")
  }

  @Test func `a link out of the folder is refused`() throws {
    let link = folder.appending(path: "link")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: "/etc/hostname")
    #expect(throws: FileReplacementError.isOutside("link")) {
      try FileReplacement("link", inFolder: folder.path)
    }
    #expect(throws: FileReplacementError.isOutside("../x")) {
      try FileReplacement("../x", inFolder: folder.path)
    }
  }

  @Test func `a file that is not there is not made`() throws {
    let replacement = try FileReplacement("absent", inFolder: folder.path)
    #expect(throws: (any Error).self) { try replacement.write([]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
