import Image
import SourceText
import Testing

/// The rules of the destination, as BuildKit's own copying showed them.
@Suite struct `COPY` {
  let files = [
    "a": "A", "b": "B", "dir/c": "C", "dir/sub/d": "D", "dir2/c": "C2", ".hidden": "H",
    "run.sh": "#!/bin/sh",
  ]

  @Test(arguments: [
    ("COPY a /x", "/x", "A"), ("COPY a /x/", "/x/a", "A"), ("COPY a b /x/", "/x/b", "B"),
    ("COPY a b /x", "/x", "B"), ("COPY dir /x", "/x/sub/d", "D"), ("COPY dir /x/", "/x/c", "C"),
    ("COPY dir dir2 /x/", "/x/c", "C2"), ("COPY a /tmp", "/tmp/a", "A"),
    ("WORKDIR /srv/app\nCOPY a .", "/srv/app/a", "A"), ("COPY d*/c /x/", "/x/c", "C2"),
    ("COPY . /x", "/x/.hidden", "H"), ("COPY * /x/", "/x/.hidden", "H"),
    ("COPY * /x/", "/x/sub/d", "D"), ("ADD [\"a\", \"/x y\"]", "/x y", "A"),
    ("COPY ../a /x", "/x", "A"), ("COPY none* /x/", "/x/a", "absent"),
    ("COPY <<EOF /etc/x.conf\nhello\nEOF", "/etc/x.conf", "hello\n"),
    ("ENV D=/y\nCOPY a $D/a", "/y/a", "A"), ("ARG D=/y\nCOPY a $D/a", "/y/a", "A"),
  ])
  func `puts files where BuildKit does`(lines: String, path: String, text: String) {
    #expect(buildImage("FROM debian:12\n\(lines)", files: files).text(path) == text)
  }

  @Test func `follows links of the image`() {
    let image = buildImage("FROM debian:12\nCOPY a /var/run/a", files: files)
    #expect(image.text("/run/a") == "A")
  }

  @Test func `gives all to root, with the modes of the build folder`() {
    let image = buildImage("FROM debian:12\nUSER www-data\nCOPY a run.sh /x/", files: files)
    #expect(image.attributes("/x") == "0:0 755")
    #expect(image.attributes("/x/a") == "0:0 644")
    #expect(image.attributes("/x/run.sh") == "0:0 755")
  }

  @Test(arguments: [
    ("--chown=www-data", "33:33 644"), ("--chown=www-data:adm", "33:4 644"),
    ("--chown=101", "101:101 644"), ("--chown=7:", "7:0 644"), ("--chmod=600", "0:0 600"),
    ("--chmod=u=rwX,go=", "0:0 600"), ("--chown=nobody:nogroup --chmod=0440", "65534:65534 440"),
  ])
  func `takes owners and modes from its flags`(flags: String, attributes: String) {
    let image = buildImage("FROM debian:12\nCOPY \(flags) a /x/y", files: files)
    #expect(image.attributes("/x/y") == attributes)
  }

  @Test func `takes files from stages before it`() {
    let image = buildImage(
      """
      FROM alpine:3.20 AS build
      COPY dir /out
      FROM debian:12
      COPY --from=build /out/sub /srv
      COPY --from=0 /out/c /c
      """, files: files)
    #expect(image.text("/srv/d") == "D")
    #expect(image.text("/c") == "C")
    #expect(image.presence("/out") == ["absent"])
  }

  @Test func `does not know what an unknown image holds`() {
    let image = buildImage("FROM debian:12\nCOPY --from=ghcr.io/x/y /opt/z /opt/z")
    #expect(
      image.presence("/opt/z", "/opt/z/deep", "/opt/other") == ["unknown", "unknown", "absent"])
  }

  @Test func `of a missing source is a problem`() {
    let image = buildImage("FROM debian:12\nCOPY a missing /x/", files: files)
    #expect(image.problems.map(\.kind) == [.missingSource("/missing")])
  }

  @Test(arguments: [
    ("COPY a /x/", ["a"]), ("COPY dir /x/", ["dir/c"]), ("COPY . /x/", ["a", "dir/c"]),
    ("COPY d*/c /x/", ["dir/c"]), ("ADD a /x/", ["a"]), ("COPY b dir2 /x/", []),
    ("COPY --exclude=c dir /x/", []), ("RUN true", []),
    ("RUN --mount=type=bind,source=a,target=/s true", ["a"]),
    ("RUN --mount=type=bind,target=/s true", ["a", "dir/c"]),
    ("COPY b /x\nFROM debian:12\nCOPY --from=0 /x /y", []),
    ("COPY a /x\nFROM debian:12\nCOPY --from=0 /x /y", ["a"]),
    ("COPY a /x\nFROM debian:12\nCOPY b /y", []),
  ])
  func `of a source that may not be read is a problem`(line: String, unreadable: [String]) {
    let image = buildImage("FROM debian:12\n\(line)", files: files, unreadable: ["a", "dir/c"])
    #expect(image.problems.map(\.kind) == unreadable.map { .unreadableSource($0, isFolder: false) })
  }

  @Test func `knows that a file is there that may not be read, but not what it holds`() {
    let image = buildImage("FROM debian:12\nCOPY a /x", files: files, unreadable: ["a"])
    #expect(image.text("/x") == "not known")
  }

  @Test func `of an ignored source is a problem of its own`() {
    let image = buildImage(
      "FROM debian:12\nCOPY a /x/\nCOPY dir/c /x/",
      files: ["a": "", "dir/c": "", ".dockerignore": "dir"])
    #expect(image.problems.map(\.kind) == [.ignoredSource("/dir/c")])
    #expect(image.presence("/x/a", "/x/c") == ["present", "unknown"])
  }

  @Test func `unpacks archives that ADD is given`() {
    let image = buildImage("FROM debian:12\nADD site.tar.gz /srv/", files: ["site.tar.gz": ""])
    #expect(
      image.presence("/srv/site.tar.gz", "/srv/x", "/app") == ["unknown", "unknown", "absent"])
  }
}

@Suite struct `WORKDIR` {
  @Test func `makes the folder and those above it`() {
    let image = buildImage("FROM debian:12\nWORKDIR /srv/a/b")
    #expect(image.attributes("/srv/a/b") == "0:0 755")
  }

  @Test func `gives it to the user or to root, as the builder has it`() {
    let image = buildImage("FROM debian:12\nUSER www-data\nWORKDIR /srv/a")
    #expect(image.attributes("/srv/a") == "-:- 755")
    #expect(image.attributes("/srv") == "0:0 755")
  }
}
