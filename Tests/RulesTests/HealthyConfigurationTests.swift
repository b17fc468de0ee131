import Boot
import Facts
import FoundationEssentials
import Image
import Rules
import Testing

/// What distributions and nginx itself ship: their maintainers would dispute an error or a warning.
@Suite struct `A configuration that is shipped` {
  static let images: [(name: String, dockerfile: String)] = [
    ("Debian's nginx", debian("nginx", #"["nginx", "-g", "daemon off;"]"#)),
    ("Debian's supervisor", debian("supervisor", #"["supervisord", "-n"]"#)),
    (
      "Alpine's nginx",
      "FROM alpine:3.20\nRUN apk add --no-cache nginx\nCMD [\"nginx\", \"-g\", \"daemon off;\"]\n"
    ),
    ("nginx's own image", "FROM nginx:1.27\n"),
    ("nginx's own image on Alpine", "FROM nginx:1.27-alpine\n"),
  ]

  private static func debian(_ package: String, _ command: String) -> String {
    """
    FROM debian:bookworm
    RUN apt-get update && apt-get install -y \(package)
    CMD \(command)
    """
  }

  @Test(arguments: images)
  func `has no error and no warning in its image`(name: String, dockerfile: String) throws {
    let stack = try StackLoader.load(
      dockerfile: "Dockerfile", context: BuildContext(files: ["Dockerfile": dockerfile]),
      path: "example", StackRequest())
    #expect(try complaints(about: stack) == [])
  }

  /// The files of the packages that the tests need anyway.
  @Test(arguments: ["/etc/nginx", "/etc/nginx/nginx.conf", "/etc/supervisor/supervisord.conf"])
  func `has no error and no warning where it is installed`(path: String) throws {
    for stack in try StackLoader.load(path, StackRequest()) {
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
