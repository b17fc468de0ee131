import Image
import Machine
import Testing

/// The numbers are those that the programs gave on Debian 12 and Alpine.
@Suite struct `Users and groups` {
  @Test(arguments: [
    ("debian:12", "useradd app", "1000:1000 /home/app /bin/sh"),
    ("debian:12", "useradd -m -d /srv/app -s /bin/bash app", "1000:1000 /srv/app /bin/bash"),
    ("debian:12", "useradd -u 500 -g www-data app", "500:33 /home/app /bin/sh"),
    ("debian:12", "useradd -r app", "999:999 /home/app /bin/sh"),
    ("debian:12", "groupadd -r app && useradd -r -g app app", "999:999 /home/app /bin/sh"),
    ("debian:12", "useradd -N app", "1000:100 /home/app /bin/sh"),
    ("debian:12", "adduser --disabled-password --gecos '' app", "1000:1000 /home/app /bin/bash"),
    ("debian:12", "adduser --system app", "100:65534 /nonexistent /usr/sbin/nologin"),
    ("debian:12", "adduser --system --group app", "100:101 /nonexistent /usr/sbin/nologin"),
    ("debian:12", "useradd a; useradd app", "1001:1001 /home/app /bin/sh"),
    (
      "debian:12", "addgroup --gid 77 g && adduser --system --ingroup g app",
      "100:77 /nonexistent /usr/sbin/nologin"
    ),
    ("debian:11", "adduser --system app", "101:65534 /nonexistent /usr/sbin/nologin"),
    ("debian:12", "useradd -u 500 app", "500:1000 /home/app /bin/sh"),
    ("debian:12", "groupadd g; useradd app", "1000:1001 /home/app /bin/sh"),
    (
      "debian:12", "groupadd g; adduser --disabled-password --gecos '' app",
      "1001:1001 /home/app /bin/bash"
    ),
    ("ubuntu:24.04", "useradd app", "1001:1001 /home/app /bin/sh"),
    ("alpine:3.20", "adduser -D app", "1000:1000 /home/app /bin/ash"),
    ("alpine:3.20", "adduser -S app", "100:65533 /home/app /bin/false"),
    ("alpine:3.20", "addgroup -S app && adduser -S -G app app", "100:101 /home/app /bin/false"),
    (
      "alpine:3.20", "adduser -D -H -u 33 -g x -s /sbin/nologin app",
      "33:33 /home/app /sbin/nologin"
    ),
  ])
  func `get their numbers as the programs give them`(
    base: String, script: String, expected: String
  ) throws {
    let image = buildImage("FROM \(base)\nRUN \(script)")
    let user = try #require(image.accounts.user(named: "app").value)
    let number = { (id: Int?) in id.map(String.init) ?? "-" }
    let home = [user.home, user.shell].map { $0 ?? "-" }.joined(separator: " ")
    #expect("\(number(user.id)):\(number(user.groupID)) \(home)" == expected)
    #expect(image.problems.isEmpty)
  }

  @Test func `join groups`() {
    let image = buildImage("FROM debian:12\nRUN useradd app && usermod -aG www-data,adm app")
    #expect(image.accounts.group(named: "www-data").value?.members == ["app"])
    #expect(image.accounts.group(named: "adm").value?.members == ["app"])
  }

  @Test func `may exist where an unknown package may have made them`() {
    let image = buildImage("FROM debian:12\nRUN apt-get install -y strange-daemon")
    guard case .unknown = image.accounts.user(named: "strange") else {
      Issue.record("a user that may exist is not absent")
      return
    }
  }

  @Test func `of one branch may exist or not`() {
    let image = buildImage("FROM debian:12\nRUN if foo; then useradd app; fi")
    guard case .unknown = image.accounts.user(named: "app") else {
      Issue.record("a user of one branch is neither there nor absent")
      return
    }
  }
}
