import Image
import Live
import Testing

@Suite struct LookTests {
  private static let survey = "\n==> /etc/passwd <==\n\n==> end <==\n"
  private static let listing = """
    \u{1e}d 755 0 0 0\u{1f}/\u{1f}
    \u{1e}d 755 0 0 0\u{1f}/run\u{1f}
    \u{1e}d 750 33 33 0\u{1f}/run/app\u{1f}
    \u{1e}f 644 0 0 4\u{1f}/run/app/a.css\u{1f}
    \u{1e}s 660 33 33 0\u{1f}/run/app/a.sock\u{1f}
    \u{1e}d 755 0 0 0\u{1f}/usr\u{1f}
    \u{1e}d 755 0 0 0\u{1f}/usr/share\u{1f}
    \u{1e}d 755 0 0 0\u{1f}/usr/share/doc\u{1f}
    \u{1e}l 777 0 0 4\u{1f}/var\u{1f}/run
    \u{1e}end\u{1e}
    """

  @Test func `one output holds the survey, the listing and the archive`() {
    let look = Look(Array((Self.survey + Self.listing + "no archive").utf8))
    #expect(look.survey?.isComplete == true)
    #expect(look.listing.files.count == 9)
    #expect(look.listing.isComplete)
    #expect(look.contents == [:])
  }

  @Test func `what was cut short is known as far as it came`() {
    let all = Self.survey + Self.listing
    let halved = Look(Array(all.utf8.prefix(Self.survey.utf8.count + 60)))
    #expect(halved.survey?.isComplete == true)
    #expect(!halved.listing.isComplete)
    #expect(Look(Array(all.utf8.prefix(10))).survey == nil)
  }

  @Test func `files are looked at through links`() throws {
    let files = LiveFileSystem(Look(Array((Self.survey + Self.listing).utf8)))
    let socket = try #require(files.file(at: "/var/app/a.sock"))
    #expect(socket.kind == .socket)
    #expect(socket.mode == 0o660)
    #expect(files.file(at: "/var/app/none")?.kind == .absent)
    #expect(files.files(below: "/var/app/")?.map(\.path) == ["/var/app/a.css"])
    #expect(files.files(below: "/nowhere") == nil)
  }

  @Test func `nobody knows what is in a folder that is not listed`() {
    let files = LiveFileSystem(Look(Array((Self.survey + Self.listing).utf8)))
    #expect(files.file(at: "/usr/share/doc/nginx") == nil)
    #expect(files.file(at: "/usr/share/nginx")?.kind == .absent)
  }
}
