import Boot
import Facts
import FoundationEssentials
import Image
import Rules
import Testing

/// What distributions and nginx itself ship: their maintainers would dispute an error or a warning.
@Suite struct `A configuration that is shipped` {
  static let images: [(name: String, dockerfile: String)] =
    ["bullseye", "bookworm", "trixie"].flatMap { release in
      [
        ("nginx of \(release)", installed("debian:\(release)", "nginx", nginx)),
        ("supervisor of \(release)", installed("debian:\(release)", "supervisor", supervisord)),
        (
          "uwsgi of \(release)", installed("debian:\(release)", "uwsgi uwsgi-plugin-python3", uwsgi)
        ),
        ("the Emperor of \(release)", installed("debian:\(release)", "uwsgi-emperor", emperor)),
      ]
    }
    + ["20.04", "22.04", "24.04"].flatMap { release in
      [
        ("nginx of Ubuntu \(release)", installed("ubuntu:\(release)", "nginx", nginx)),
        (
          "supervisor of Ubuntu \(release)",
          installed("ubuntu:\(release)", "supervisor", supervisord)
        ),
      ]
    }
    + ["3.18", "3.20", "3.22"].flatMap { release in
      [
        ("nginx of Alpine \(release)", added(release, "nginx", nginx)),
        ("supervisor of Alpine \(release)", added(release, "supervisor", supervisord)),
      ]
    }
    + ["1.20", "1.27", "1.27-alpine", "1.29-alpine-slim", "stable", "mainline-perl"].map { tag in
      ("nginx's own image \(tag)", "FROM nginx:\(tag)\n")
    }

  private static let nginx = #"CMD ["nginx", "-g", "daemon off;"]"#
  private static let supervisord = #"CMD ["supervisord", "-n"]"#

  /// As Debian's init script starts an instance, but for the signal that stops a container.
  private static let uwsgi = """
    COPY app.ini /etc/uwsgi/apps-enabled/
    COPY app.py /srv/
    RUN install -d -o www-data -g www-data /run/uwsgi/app/app
    STOPSIGNAL SIGINT
    CMD ["uwsgi", "--ini", "/usr/share/uwsgi/conf/default.ini", \
      "--ini", "/etc/uwsgi/apps-enabled/app.ini", \
      "--deb-confnamespace", "app", "--deb-confname", "app"]
    """
  private static let emperor = """
    STOPSIGNAL SIGINT
    CMD ["uwsgi", "--ini", "/etc/uwsgi-emperor/emperor.ini"]
    """

  private static func installed(_ image: String, _ package: String, _ command: String) -> String {
    """
    FROM \(image)
    RUN apt-get update && apt-get install -y \(package)
    \(command)
    """
  }

  private static func added(_ release: String, _ package: String, _ command: String) -> String {
    """
    FROM alpine:\(release)
    RUN apk add --no-cache \(package)
    \(command)
    """
  }

  @Test(arguments: images)
  func `has no error and no warning in its image`(name: String, dockerfile: String) throws {
    let files = [
      "Dockerfile": dockerfile,
      "app.ini": "[uwsgi]\nplugin = python3\nwsgi-file = /srv/app.py\n",
      "app.py": "def application(environ, start_response):\n    return []\n",
    ]
    let stack = try StackLoader.load(
      dockerfile: "Dockerfile", context: BuildContext(files: files), path: "example",
      StackRequest())
    #expect(!stack.boot.processes.isEmpty)
    #expect(try complaints(about: stack) == [])
  }

  /// The files of the packages that the tests need anyway.
  @Test(arguments: ["/etc/nginx", "/etc/nginx/nginx.conf", "/etc/supervisor/supervisord.conf"])
  func `has no error and no warning where it is installed`(path: String) throws {
    for stack in try StackLoader.load(path, StackRequest()) {
      #expect(try complaints(about: stack) == [])
    }
  }

  @Test(arguments: try Samples.names())
  func `has no error and no warning in what documentation teaches`(name: String) throws {
    let stacks = try StackLoader.load(Samples.folder.appending(path: name).path, StackRequest())
    #expect(!stacks.isEmpty)
    for stack in stacks {
      #expect(!stack.boot.processes.isEmpty)
      #expect(try complaints(about: stack) == [])
    }
  }

  private func complaints(about stack: Stack) throws -> [String] {
    let results = RuleEngine(try Catalogue.builtIn()).judge(try FactBase.filled(from: stack))
    return results.flatMap(\.findings).filter { $0.severity > .note }.map { finding in
      "\(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"
    }
  }
}

/// The folders of `testdata/samples`.
private enum Samples {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../testdata/samples").standardized

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "README.md" }
      .sorted()
  }
}
