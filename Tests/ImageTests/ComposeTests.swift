import Dockerfile
import Image
import SourceText
import Testing

/// A compose file tells how its containers are made, started and joined.
@Suite struct ComposeTests {
  @Test func `a service tells how its container is made and started`() throws {
    let (file, files) = read(
      """
      services:
        web:
          build: {context: ./app, dockerfile: Dockerfile.prod, target: run, args: [A=1, B]}
          command: uwsgi --ini "/etc/my app.ini" 'a''b'
          user: "1000:1000"
          working_dir: /srv
          environment:
            PORT: 8000
            EMPTY:
            TEXT: ""
          hostname: web1
      """
    )
    let web = try #require(file["web"])
    #expect(web.build?.context?.text == "./app")
    #expect(web.build?.dockerfile?.text == "Dockerfile.prod")
    #expect(web.build?.target?.text == "run")
    #expect(web.build?.arguments.map(\.name) == ["A", "B"])
    #expect(web.build?.arguments.map(\.value.isCertain) == [true, false])
    #expect(web.command?.words.map(\.text) == ["uwsgi", "--ini", "/etc/my app.ini", "ab"])
    #expect(web.environment.map(\.value.text) == ["8000", "", ""])
    #expect(web.environment.map(\.value.isCertain) == [true, false, true])
    #expect(web.user?.span.map(files.text(of:)) == "\"1000:1000\"")
    #expect(file.problems.isEmpty)
  }

  @Test func `an entrypoint takes away the CMD of the image`() throws {
    let (file, _) = read(
      "services: {a: {image: x, entrypoint: [/init]}, b: {image: x, command: y}}")
    var image = ImageConfiguration()
    image.entrypoint = ImageCommand(words: [ExpandedWord("/old")])
    image.command = ImageCommand(words: [ExpandedWord("-n")])
    var first = image
    try #require(file["a"]).override(&first)
    #expect(first.entrypoint?.words.map(\.text) == ["/init"])
    #expect(first.command == nil)
    var second = image
    try #require(file["b"]).override(&second)
    #expect(second.entrypoint?.words.map(\.text) == ["/old"])
    #expect(second.command?.words.map(\.text) == ["y"])
  }

  @Test func `services meet in networks and volumes`() throws {
    let (file, _) = read(
      """
      services:
        nginx:
          image: nginx
          ports: ["127.0.0.1:80:8080", "53:53/udp", "9000"]
          volumes: ["run:/run/app", "./nginx.conf:/etc/nginx/nginx.conf:ro", "/cache"]
          networks: [front]
        app:
          image: app
          volumes: [{type: volume, source: run, target: /sockets}]
          networks: {front: {aliases: [backend]}, back: }
        db: {image: db, networks: [back], tmpfs: /tmp}
        alone: {image: x}
      volumes: {run: }
      networks: {front: , back: }
      """
    )
    let (nginx, app) = (try #require(file["nginx"]), try #require(file["app"]))
    #expect(nginx.reaches(app))
    #expect(try app.reaches(#require(file["db"])))
    #expect(try !nginx.reaches(#require(file["db"])))
    #expect(try !nginx.reaches(#require(file["alone"])))
    #expect(app.aliases == ["backend"])
    let shared = nginx.sharedMounts(with: app)
    #expect(shared.map(\.own) == ["/run/app"])
    #expect(shared.map(\.others) == ["/sockets"])
    #expect(nginx.mounts.map(\.source) == [.volume("run"), .folder("./nginx.conf"), .volume(nil)])
    #expect(nginx.mounts.map(\.isReadOnly) == [false, true, false])
    #expect(nginx.ports.map(\.published) == ["80", "53", nil])
    #expect(nginx.ports.map(\.target) == ["8080", "53", "9000"])
    #expect(nginx.ports.map(\.transport) == ["tcp", "udp", "tcp"])
    #expect(file.volumes == ["run"])
  }

  @Test func `anchors and merges are followed`() throws {
    let (file, _) = read(
      """
      x-base: &base
        image: app
        user: web
      services:
        a: {<<: *base, user: root}
        b:
          <<: [*base]
      """
    )
    #expect(file["a"]?.image?.text == "app")
    #expect(file["a"]?.user?.text == "root")
    #expect(file["b"]?.user?.text == "web")
  }

  @Test(arguments: [
    ("$A", "one", true), ("x${A}y", "xoney", true), ("$$A", "$A", true), ("${B:-two}", "two", true),
    ("${A:-two}", "one", true), ("${B:-${A}}", "one", true), ("${B}", "", false),
    ("${E:-x}", "x", true), ("${E-x}", "", true), ("${A:+y}", "y", true), ("${B?gone}", "", false),
  ])
  func `variables are filled in`(text: String, value: String, isCertain: Bool) throws {
    let (file, _) = read("services: {a: {image: '\(text)'}}", ["A": "one", "E": ""])
    #expect(file["a"]?.image?.text == value)
    #expect(file["a"]?.image?.isCertain == isCertain)
  }

  @Test func `a file that is no YAML has a problem with a place`() {
    let (file, _) = read("services:\n  web: [1, 2\n")
    #expect(file.services.isEmpty)
    #expect(file.problems.map(\.code) == ["invalid-compose-file"])
  }

  @Test func `merges of merges of merges end`() {
    var text = "x0: &x0 {image: a}\n"
    for level in 1...40 {
      let uses = Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ", ")
      text += "x\(level): &x\(level) {<<: [\(uses)]}\n"
    }
    let (file, _) = read(text + "services: {a: {<<: *x40}}")
    #expect(file["a"]?.image?.text == "a")
  }

  @Test func `a document that is nested too deeply is an error`() {
    let (file, _) = read("services: " + String(repeating: "[", count: 900))
    #expect(file.problems.count == 1)
  }

  @Test func `places are those of the bytes, not of the characters`() {
    let (file, files) = read("# café é\nservices: {wéb: {image: 'ü'}}")
    #expect(file.services.compactMap(\.name.span).map(files.text(of:)) == ["wéb"])
    #expect(file.services.compactMap(\.image?.span).map(files.text(of:)) == ["'ü'"])
  }

  private func read(
    _ text: String, _ variables: [String: String] = [:]
  ) -> (file: ComposeFile, files: SourceFiles) {
    var files = SourceFiles()
    let file = files.add(path: "docker-compose.yml", bytes: Array(text.utf8))
    return (ComposeFile(file, variables: variables), files)
  }
}
