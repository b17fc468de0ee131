import ArgumentParser
import Boot
import Settings

/// What a user tells of the stack and of the machine that it will run on.
struct StackOptions: ParsableArguments {
  @Argument(
    help: "The folder of a stack, its Dockerfile, compose file or image archive.  (default: .)")
  var paths: [String] = []

  @Option(
    name: .customLong("root"),
    help: ArgumentHelp("An unpacked root file system to look at.", valueName: "folder"))
  var roots: [String] = []

  @Option(
    help: ArgumentHelp("What the root file system's container starts.", valueName: "command"))
  var command: String?

  @Option(help: ArgumentHelp("Whom that command runs as.", valueName: "user"))
  var user: String?

  @Option(help: ArgumentHelp("The folder that it starts in.", valueName: "folder"))
  var workdir: String?

  @Option(help: ArgumentHelp("How many processors the container will see.", valueName: "number"))
  var cores: Int?

  @Option(help: ArgumentHelp("The host name of the container.", valueName: "name"))
  var hostname: String?

  @Option(
    help: ArgumentHelp(
      "The version of nginx, where no image of nginx.org tells.", valueName: "version"))
  var nginxVersion: String?

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("A variable that the container is given.", valueName: "name=value"))
  var variables: [String] = []

  @Option(
    name: .customLong("build-arg"),
    help: ArgumentHelp("An argument that the build is given.", valueName: "name=value"))
  var buildArguments: [String] = []

  @Option(
    name: .customLong("role"),
    help: ArgumentHelp(
      "Whose configuration a file is where no Dockerfile tells: nginx, uwsgi, supervisord, none.",
      valueName: "path=program"))
  var roles: [String] = []

  @Option(help: ArgumentHelp("The stage of the Dockerfile to build.", valueName: "stage"))
  var target: String?

  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp("A profile of the compose file whose services run too.", valueName: "name"))
  var profiles: [String] = []

  func validate() throws {
    if let cores, cores < 1 { throw ValidationError("--cores must be 1 or more") }
    if let nginxVersion, MachineFacts.nginxVersion(nginxVersion) == nil {
      throw ValidationError("'\(nginxVersion)' is no version of nginx, such as 1.25.3")
    }
    for pair in variables + buildArguments where !pair.contains("=") {
      throw ValidationError("'\(pair)' is not of the form name=value")
    }
    for role in roles where FileAssignment(role) == nil {
      throw ValidationError("'\(role)' is not of the form path=program")
    }
  }

  /// The folders and files that were named; the working folder where none was.
  var places: [String] {
    paths.isEmpty && roots.isEmpty ? ["."] : paths
  }

  /// What the settings tell counts where the command line says nothing.
  func with(_ settings: Settings) -> StackSource {
    StackSource(options: self, settings: settings)
  }

  /// The stacks that are named, without settings.
  ///
  /// - Throws: `UnreadableInput` where a path has none.
  func load() throws -> [Stack] {
    try with(Settings()).load()
  }
}

extension FileAssignment {
  /// Reads `path=program`; nil for anything else.
  init?(_ text: String) {
    guard let equals = text.lastIndex(of: "="),
      let reader = Reader(rawValue: String(text[text.index(after: equals)...]))
    else { return nil }
    self.init(pattern: String(text[..<equals]), reader: reader)
  }
}
