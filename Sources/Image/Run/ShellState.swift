import ShellScript

/// What a shell keeps between its commands.
struct ShellState: Sendable {
  /// Which shell it is, where they differ.
  enum Dialect: Sendable {
    case bash
    case busybox
    case dash
    case unknown
  }

  var dialect = Dialect.unknown

  /// The variables; what is not known in a value is `Unknown.mark`.
  var variables: [String: String] = [:]

  /// False where variables may be set that nobody told of.
  var isEnvironmentComplete = true

  /// The folder that it is in.
  var folder = "/"

  /// The folders that `pushd` left, the last one at the end.
  var foldersLeft: [String] = []

  /// What `$1`, `$2`… stand for, after `$0`.
  var arguments: [String] = []

  var functions: [String: ShellCommand] = [:]

  /// What `apk add --virtual` put under one name.
  var bundles: [String: [String]] = [:]

  /// What was left early, by `break`, `return` or `exit`; nil where nothing was.
  var cut: Cut?

  /// Whether `set -e` is in force.
  var stopsOnFailure = false

  /// The permissions that what it makes does not get; nil where that is not known.
  var mask: Int? = 0o022

  /// The uid and gid of what it makes.
  var owner: Int? = 0
  var group: Int? = 0

  /// The absolute path that a word stands for, without `.` and `..`.
  func path(_ text: String) -> String {
    var names: [Substring] = []
    for name in (text.hasPrefix("/") ? text : folder + "/" + text).split(separator: "/") {
      if name == ".." {
        _ = names.popLast()
      } else if name != "." {
        names.append(name)
      }
    }
    return "/" + names.joined(separator: "/")
  }
}

/// What a `break`, `return` or `exit` leaves early.
struct Cut: Equatable, Sendable {
  enum Level: Int, Sendable {
    case loop
    case function
    case script
  }

  var level: Level

  /// Whether the script has failed: then there is no image.
  var hasFailed = false

  /// Whether the loop goes on with its next round.
  var goesOn = false

  /// False where it may not have been reached.
  var isCertain = true
}

/// What stands in a text for a part that is not known.
enum Unknown {
  /// A character that is not valid in any text that people write.
  static let mark: Character = "\u{FFFC}"

  static func isIn(_ text: some StringProtocol) -> Bool {
    text.contains(mark)
  }

  /// The folder that a path with a part that is not known is certainly in.
  static func knownFolder(of path: String) -> String {
    let known = path.prefix { $0 != mark }
    return String(known.dropLastName)
  }
}
