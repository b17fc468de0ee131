import Boot
import Image
import Live
import Machine
import Testing

@Suite struct PaperBootTests {
  @Test func `a boot asks for the files that it lacks, and knows owners and modes of all`() throws {
    let contents = FetchedContents()
    var image = Image.listed(Self.files, isComplete: true, contents: contents)
    image.readSystemFiles()
    #expect(contents.missing.contains("/etc/passwd"))
    contents.add(Array("www-data:x:33:33::/var/www:/bin/sh\n".utf8), at: "/etc/passwd")
    contents.add(Array("www-data:x:33:\n".utf8), at: "/etc/group")
    contents.add(nil, at: "/usr/bin/uwsgi")
    image.readSystemFiles()

    _ = PaperBoot(Self.container, image: image)
    #expect(contents.missing == ["/app/uwsgi.ini"])
    contents.add(
      Array("[uwsgi]\nsocket = /run/a.sock\nuid = www-data\n".utf8), at: "/app/uwsgi.ini")
    let stack = PaperBoot(Self.container, image: image).stack
    #expect(contents.missing == [])
    #expect(stack.boot.processes.map(\.program) == [.uwsgi])
    #expect(stack.container.accounts.user(named: "www-data").value?.id == 33)
    let folder = try #require(stack.container.image?.node(at: "/run").node)
    #expect(folder.owner == 33)
    #expect(folder.mode == 0o750)
    #expect(stack.container.image?.node(at: "/nowhere").presence == .absent)
  }

  @Test func `a script that has run already changes nothing again`() {
    let contents = FetchedContents()
    contents.add(
      Array("#!/bin/sh\nmkdir /made\nexec uwsgi --ini /app/uwsgi.ini\n".utf8), at: "/start.sh")
    var container = Self.container
    container.command = ["/start.sh"]
    let image = Image.listed(
      Self.files + [Self.file("/start.sh", mode: 0o755)], isComplete: true, contents: contents)
    let stack = PaperBoot(container, image: image).stack
    #expect(stack.boot.processes.last?.program == .uwsgi)
    #expect(stack.container.image?.node(at: "/made").presence == .absent)
  }

  @Test func `what a listing left out may be there`() {
    let image = Image.listed(Self.files, isComplete: false, contents: FetchedContents())
    #expect(image.node(at: "/nowhere").presence == .unknown)
    #expect(image.node(at: "/app/uwsgi.ini").presence == .present)
  }

  @Test func `a program is no text, and is asked for once`() {
    let contents = FetchedContents()
    #expect(contents.bytes(at: "/bin/sh") == nil)
    contents.add([0x7f, 0x45, 0x4c, 0x46, 0], at: "/bin/sh")
    #expect(contents.bytes(at: "/bin/sh") == nil)
    #expect(contents.missing == [])
  }

  private static var container: LiveContainer {
    var container = LiveContainer(id: "1", name: "web", image: "web", status: .running)
    container.command = ["uwsgi", "--ini", "uwsgi.ini"]
    container.workingDirectory = "/app"
    container.environment = ["PATH=/usr/bin"]
    return container
  }

  private static let files = [
    folder("/etc"), file("/etc/passwd"), file("/etc/group"), folder("/usr"), folder("/usr/bin"),
    file("/usr/bin/uwsgi", mode: 0o755), folder("/app"), file("/app/uwsgi.ini"),
    ListedFile(path: "/run", kind: .folder, owner: 33, group: 33, mode: 0o750),
  ]

  private static func folder(_ path: String) -> ListedFile {
    ListedFile(path: path, kind: .folder, owner: 0, group: 0, mode: 0o755)
  }

  private static func file(_ path: String, mode: Int = 0o644) -> ListedFile {
    ListedFile(path: path, kind: .file, owner: 0, group: 0, mode: mode)
  }
}
