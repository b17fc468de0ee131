import Boot
import Settings

/// The stacks that a command line names, with what the settings tell of them.
struct StackSource {
  let options: StackOptions
  let settings: Settings

  /// The stacks below all paths.
  ///
  /// - Throws: `UnreadableInput` where a path has none.
  func load() throws -> [Stack] {
    let fromPaths = try places.flatMap { try load($0) }
    return try fromPaths + options.roots.map { try StackLoader.load(root: $0, request) }
  }

  /// The folders and files that were named; the working folder where none was.
  var places: [String] { options.places }

  /// The stacks below one path, with other contents for some of their files.
  ///
  /// - Throws: `UnreadableInput` where the path has none.
  func load(_ path: String, replacing contents: [String: [UInt8]] = [:]) throws -> [Stack] {
    var request = request
    request.replacements = contents
    return try StackLoader.load(path, request)
  }

  private var request: StackRequest {
    var request = StackRequest(
      target: options.target, buildArguments: Self.dictionary(options.buildArguments),
      machine: machine)
    request.profiles = Set(options.profiles)
    request.assignments = settings.assignments + options.roles.compactMap(FileAssignment.init)
    request.start = StartRequest(
      command: options.command, user: options.user, workingDirectory: options.workdir)
    return request
  }

  private var machine: MachineFacts {
    let variables = settings.environment.merging(Self.dictionary(options.variables)) { _, given in
      given
    }
    var machine = MachineFacts(
      cores: options.cores ?? settings.cores, hostName: options.hostname, environment: variables)
    machine.nginxVersion = (options.nginxVersion ?? settings.nginxVersion)
      .flatMap(MachineFacts.nginxVersion)
    machine.origins = settings.origins
    machine.keptHeaders = settings.keptHeaders
    return machine
  }

  private static func dictionary(_ pairs: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }
}
