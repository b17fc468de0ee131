import Image
import Live
import Testing

@Suite struct FileListingTests {
  // What GNU's `find`, and GNU's and busybox's `stat`, printed of one folder.
  private static let stat = """
    \u{1e}41ed 0 0 4096\u{1f}/\u{1f}/
    \u{1e}41c0 33 33 4096\u{1f}/with space\u{1f}/with space
    \u{1e}a1ff 0 0 6\u{1f}/with space/l\u{1f}/with space/l -> ../a b
    \u{1e}81a4 0 5 12\u{1f}/f\u{1f}/f
    \u{1e}c1b4 33 33 0\u{1f}/s.sock\u{1f}/s.sock
    \u{1e}end
    """
  private static let busybox = stat.replacing(
    "/with space/l -> ../a b", with: "'/with space/l' -> '../a b'")
  private static let find = """
    \u{1e}d 755 0 0 4096\u{1f}/\u{1f}
    \u{1e}d 700 33 33 4096\u{1f}/with space\u{1f}
    \u{1e}l 777 0 0 6\u{1f}/with space/l\u{1f}../a b
    \u{1e}f 644 0 5 12\u{1f}/f\u{1f}
    \u{1e}s 664 33 33 0\u{1f}/s.sock\u{1f}
    \u{1e}end
    """

  @Test(arguments: [find, stat, busybox])
  func `a listing tells kinds, owners, modes and links`(output: String) {
    let listing = FileListing(Array(output.utf8))
    #expect(listing.isComplete)
    #expect(listing.files.map(\.path) == ["/", "/with space", "/with space/l", "/f", "/s.sock"])
    #expect(
      listing.files.map(\.kind) == [.folder, .folder, .link(target: "../a b"), .file, .socket])
    #expect(listing.files.map(\.mode) == [0o755, 0o700, 0o777, 0o644, 0o664])
    #expect(listing.files.map(\.owner) == [0, 33, 0, 0, 33])
    #expect(listing.files.map(\.group) == [0, 33, 0, 5, 33])
  }

  @Test func `a listing that was cut says so, and keeps what came`() {
    let listing = FileListing(Array(Self.stat.utf8.prefix(60)))
    #expect(!listing.isComplete)
    #expect(listing.files.first?.path == "/")
  }

  @Test func `what is too long for a text is not to be read`() {
    var listing = FileListing()
    for (path, mode, size) in [
      ("/plugin.so", 0o644, 400), ("/status", 0o644, 9 << 20), ("/disk", 0o644, 1 << 30),
      ("/python", 0o755, 1 << 20),
      ("/start.sh", 0o755, 400),
    ] {
      listing.add(
        ListedFile(path: path, kind: .file, owner: 0, group: 0, mode: mode, size: size))
    }
    #expect(listing.nonTexts == ["/disk", "/plugin.so", "/python"])
  }

  @Test func `the heads of an archive are a listing too`() {
    let entry = TarReader.Entry(
      path: "/app/main.py", kind: .file, mode: 0o640, userID: 33, groupID: 5, size: 7,
      linkTarget: "", content: nil)
    let listing = FileListing(archive: [entry], isComplete: true)
    #expect(listing.files.prefix(3).map(\.path) == ["/dev", "/proc", "/sys"])
    #expect(
      listing.files.dropFirst(3) == [
        ListedFile(path: "/app/main.py", kind: .file, owner: 33, group: 5, mode: 0o640, size: 7)
      ])
    #expect(listing.nonTexts == [])
  }
}
