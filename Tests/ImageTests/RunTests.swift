import Image
import Machine
import Testing

@Suite struct `RUN` {
  /// A line of a script, and what an `ls` of a path would show afterwards.
  @Test(arguments: [
    ("mkdir -p /a/b", "/a/b", "0:0 755"), ("mkdir -m 700 /a", "/a", "0:0 700"),
    ("mkdir -p -m 1777 /a", "/a", "0:0 1777"), ("touch /x", "/x", "0:0 644"),
    ("mkdir /a && chown www-data /a", "/a", "33:0 755"),
    ("mkdir /a && chown www-data: /a", "/a", "33:33 755"),
    ("mkdir /a && chown -R www-data:adm /a", "/a", "33:4 755"),
    ("mkdir -p /a/b && chown -R 7.8 /a", "/a/b", "7:8 755"),
    ("mkdir /a && chgrp adm /a && chmod g+w,o-rx /a", "/a", "0:4 770"),
    ("touch /x && chmod +x /x", "/x", "0:0 755"),
    ("install -d -o www-data -m 750 /a", "/a", "33:0 750"),
    ("install -m 600 /etc/passwd /x", "/x", "0:0 600"),
    ("install -D -m 644 /etc/passwd /q/r/s", "/q/r/s", "0:0 644"),
    ("ln -s /etc /e", "/e", "0:0 777"), ("cd /srv; mkdir a", "/srv/a", "0:0 755"),
    ("A=/srv/b; mkdir -p $A/c", "/srv/b/c", "0:0 755"),
    ("for d in a b; do mkdir /srv/$d; done", "/srv/b", "0:0 755"),
    ("(cd /srv && mkdir a); mkdir a", "/a", "0:0 755"),
    ("if [ ! -d /srv/x ]; then mkdir /srv/x; fi", "/srv/x", "0:0 755"),
    ("for d in a b c; do mkdir /srv/$d; if [ $d = b ]; then break; fi; done", "/srv/b", "0:0 755"),
    ("f() { for d in \"$@\"; do mkdir \"/srv/$d\"; done; }; f 'x y' z", "/srv/x y", "0:0 755"),
    ("f() { mkdir /a; return; mkdir /b; }; f; mkdir /c", "/c", "0:0 755"),
    ("make_it() { mkdir /srv/$1; }; make_it y", "/srv/y", "0:0 755"),
    ("sh -c 'mkdir /z'", "/z", "0:0 755"), ("echo mkdir /z | sh", "/z", "0:0 755"),
    ("[ -e /nowhere ] || mkdir /z", "/z", "0:0 755"), ("cp -a /etc/passwd /p", "/p", "0:0 644"),
  ])
  func `makes and changes files`(script: String, path: String, attributes: String) {
    #expect(buildImage("FROM debian:12\nRUN \(script)").attributes(path) == attributes)
  }

  @Test(arguments: [
    ("echo hello > /x", "/x", "hello\n"), ("printf 'a %s\\n' b c > /x", "/x", "a b\na c\n"),
    ("echo 1 > /x; echo 2 >> /x", "/x", "1\n2\n"), ("echo hi | tee /x", "/x", "hi\n"),
    ("echo 'a\\nb' > /x", "/x", "a\nb\n"), ("echo $(date) > /x", "/x", "not known"),
    ("echo 'daemon off;' > /x && sed -i 's/off/on/' /x", "/x", "daemon on;\n"),
    ("printf 'a\\nb\\n' > /x && sed -i '/a/d' /x", "/x", "b\n"),
    ("echo a > /x && sed -i -e 's/a.*/b/' /x", "/x", "not known"),
    ("echo a > /x && sed -ri 's/a/b/' /x", "/x", "b\n"),
    ("echo a > /x && sed -i.old 's/b/c/' /x", "/x", "a\n"),
    ("echo a > /x && sed -n 's/a/b/p' /x", "/x", "a\n"),
    (
      "apt-get install -y supervisor && sed -i 's/;nodaemon=/nodaemon=/' /etc/supervisor/supervisord.conf",
      "/etc/supervisor/supervisord.conf", "not known"
    ),
    ("echo a > /x && sed -i \"s/a/${UNSAID:-$(date)}/\" /x", "/x", "not known"),
    ("cp /etc/passwd /x", "/x", "not known"), ("curl -o /x https://example.com", "/x", "not known"),
    ("cat /a /b > /x", "/x", "A\nB\n"), ("mv /a /x", "/x", "A\n"),
    ("cp -r /dir /copy", "/copy/c", "C\n"), ("mkdir /t && cp -r /dir /t", "/t/dir/c", "C\n"),
    ("cp -r /dir/. /t", "/t/c", "C\n"), ("rm /a", "/a", "absent"),
    ("rm -rf /dir", "/dir/c", "absent"),
    ("ln -sf /b /a", "/a", "B\n"), ("rm /dir/*", "/dir/c", "absent"),
    ("mv /a /b /dir", "/dir/b", "B\n"),
  ])
  func `writes what is known of a file`(script: String, path: String, text: String) {
    let image = buildImage(
      "FROM debian:12\nCOPY . /\nRUN \(script)", files: ["a": "A\n", "b": "B\n", "dir/c": "C\n"])
    #expect(image.text(path) == text)
  }

  @Test func `goes back to the folder before`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN mkdir -p /a/b && cd /a/b && cd / && cd - && touch back
      SHELL ["/bin/bash", "-c"]
      RUN pushd /a && pushd b && popd && touch once && popd && touch /twice
      """)
    #expect(image.presence("/a/b/back", "/a/once", "/twice") == ["present", "present", "present"])
  }

  @Test(arguments: [
    ("touch /x && chmod 4755 /x && chown www-data /x", "/x", "33:0 755"),
    ("touch /x && chmod 2644 /x && chown www-data /x", "/x", "33:0 2644"),
    ("mkdir /x && chmod 2755 /x && chown www-data /x", "/x", "33:0 2755"),
    ("touch /x /y && chmod 700 /x && chmod --reference=/x /y", "/y", "-:- -"),
    ("mkdir -p /t/a && find /t -type d -exec chmod 750 {} +", "/t", "-:- -"),
    ("mkdir -p /t && find /t -type f -exec chmod 640 {} +", "/t", "0:0 755"),
  ])
  func `changes attributes as the kernel does`(script: String, path: String, attributes: String) {
    #expect(buildImage("FROM debian:12\nRUN \(script)").attributes(path) == attributes)
  }

  @Test func `takes packages that nobody needs away with another one`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN apt-get update && apt-get install -y supervisor nginx
      RUN apt-get purge -y --auto-remove supervisor
      """)
    #expect(
      image.presence("/usr/bin/supervisord", "/usr/bin/python3", "/usr/sbin/nginx") == [
        "unknown", "unknown", "present",
      ])
  }

  @Test func `may leave the cache of pip`() {
    let image = buildImage(
      "FROM python:3.12\nRUN pip install flask && rm -r /root/.cache\nRUN touch /after")
    #expect(image.problems.isEmpty)
    #expect(image.presence("/after") == ["present"])
  }

  @Test func `takes a user's home away where userdel is told to`() {
    let image = buildImage("FROM debian:12\nRUN useradd -m app && userdel -r app")
    #expect(image.presence("/home/app") == ["unknown"])
  }

  @Test func `reads here-documents`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN <<EOF
      mkdir /a
      cat > /a/b <<'END'
      $text
      END
      EOF
      """)
    #expect(image.text("/a/b") == "$text\n")
  }

  @Test func `of which nobody knows whether it happens leaves doubt`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN if grep -q x /etc/passwd; then mkdir /maybe; fi; mkdir /sure
      RUN curl -f https://example.com || touch /tmp/failed
      """)
    #expect(
      image.presence("/maybe", "/sure", "/tmp/failed", "/never") == [
        "unknown", "present", "unknown", "absent",
      ])
  }

  @Test func `of an unknown program leaves what is there, and doubt about the rest`() {
    let image = buildImage(
      "FROM debian:12\nCOPY a /srv/a\nRUN /srv/frobnicate --all", files: ["a": "A"])
    #expect(image.text("/srv/a") == "A")
    #expect(
      image.presence("/srv/b", "/usr/sbin/nginx", "/bin/sh") == ["unknown", "unknown", "present"])
    #expect(image.doubts.map(\.command) == ["frobnicate"])
  }

  @Test func `reads scripts of the build folder`() {
    let image = buildImage(
      "FROM debian:12\nCOPY setup.sh /\nRUN /setup.sh web",
      files: ["setup.sh": "#!/bin/sh\nset -e\nmkdir -p /srv/$1\nchown www-data /srv/$1\n"])
    #expect(image.attributes("/srv/web") == "33:0 755")
  }

  @Test func `starts services without any lasting effect`() {
    let image = buildImage("FROM debian:12\nRUN service nginx start")
    #expect(
      image.presence("/run/nginx.pid", "/app", "/etc/nginx") == [
        "unknown", "absent", "absent",
      ])
  }

  @Test func `forgets what it wrote to a mount`() {
    let image = buildImage(
      "FROM debian:12\nRUN --mount=type=tmpfs,target=/srv touch /srv/a && touch /b")
    #expect(image.presence("/srv/a", "/b", "/srv") == ["absent", "present", "present"])
  }

  @Test(arguments: [
    ("rm /nowhere", ImageProblem.Kind.missingFile(command: "rm", path: "/nowhere")),
    ("mkdir /tmp", .fileExists(command: "mkdir", path: "/tmp")),
    ("mkdir /a/b", .missingFile(command: "mkdir", path: "/a")),
    ("chown app /tmp", .unknownUser(command: "chown", name: "app")),
    ("chown www-data:web /tmp", .unknownGroup(command: "chown", name: "web")),
    ("useradd www-data", .userExists("www-data")), ("groupadd adm", .groupExists("adm")),
    ("adduser --system www-data", .userExists("www-data")),
    ("groupadd -g 33 web", .idTaken(command: "groupadd", id: 33)),
    ("useradd -u 33 web", .idTaken(command: "useradd", id: 33)),
    ("cp /nowhere /x", .missingFile(command: "cp", path: "/nowhere")),
    ("cd /nowhere && ls", .missingFile(command: "cd", path: "/nowhere")),
  ])
  func `that must fail is a problem`(script: String, kind: ImageProblem.Kind) {
    #expect(buildImage("FROM debian:12\nRUN \(script)").problems.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "rm -f /nowhere", "rm /nowhere || true", "mkdir -p /tmp", "mkdir /tmp; true",
    "id app || useradd app", "rm /etc/unheard-of", "useradd www-data || true",
    "if rm /nowhere; then mkdir /tmp; fi", "adduser --system app && adduser --system app",
    "useradd -o -u 33 web", "groupadd -g 33 web || true",
  ])
  func `that may succeed is none`(script: String) {
    #expect(buildImage("FROM debian:12\nRUN \(script)").problems.isEmpty)
  }

  @Test func `as a user makes files of that user`() {
    let image = buildImage("FROM debian:12\nRUN useradd -m app\nUSER app\nRUN touch /tmp/a")
    #expect(image.attributes("/tmp/a") == "1000:1000 644")
    #expect(image.presence("/home/app") == ["present"])
  }

  @Test func `as a user who does not exist is a problem`() {
    let image = buildImage("FROM debian:12\nUSER app\nRUN touch /tmp/a")
    #expect(image.problems.map(\.kind) == [.noSuchUser("app")])
  }
}
