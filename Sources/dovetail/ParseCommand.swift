import ArgumentParser
import FoundationEssentials
import Machine
import NginxConfig
import SourceText
import SupervisorConfig
import UwsgiConfig

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show a configuration as its program reads it, as JSON.",
    discussion: """
      nginx: the payload of crossplane; `nginx -T` may be piped in. uWSGI: the effective options in order, each with its place, \
      its raw text and the steps of its evaluation. supervisord: the effective values of every \
      process, each with its place; null is what a file alone cannot tell.
      """
  )

  enum Program: String, ExpressibleByArgument, CaseIterable {
    case nginx
    case supervisord
    case uwsgi
  }

  @ArgumentParser.Argument(help: "The configuration; a uWSGI section may follow it after a colon.")
  var file: String

  @Option(help: "Whose it is.  (default: by the file's name and content)")
  var program: Program?

  @Option(help: ArgumentHelp("How many processors the machine has.", valueName: "number"))
  var cores: Int?

  @Option(help: ArgumentHelp("The host name of the machine.", valueName: "name"))
  var hostname: String?

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("A variable that the program is given.", valueName: "name=value"))
  var variables: [String] = []

  @Flag(help: "nginx: join all files into one.")
  var combine = false

  @Flag(help: "nginx: print comments as statements named #.")
  var comments = false

  @Option(
    help: ArgumentHelp(
      "nginx: where a file without http belongs, such as http.server.", valueName: "context"))
  var context: String?

  func validate() throws {
    if let context, NginxContext(named: context) == nil {
      throw ValidationError("'\(context)' is no context of nginx")
    }
    if let cores, cores < 1 { throw ValidationError("--cores must be 1 or more") }
    for pair in variables where !pair.contains("=") {
      throw ValidationError("'\(pair)' is not of the form name=value")
    }
  }

  func run() throws {
    let folder = FileManager.default.currentDirectoryPath
    switch program ?? guessedProgram {
    case .nginx:
      try printNginx(folder)
    case .supervisord:
      Terminal.write(try supervisordPayload(folder), to: .output)
    case .uwsgi:
      Terminal.write(try uwsgiPayload(folder), to: .output)
    }
  }

  private var guessedProgram: Program {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let isSupervisord = lines.contains { line in
      ["[supervisord]", "[program:", "[supervisorctl]"].contains { line.starts(with: $0.utf8) }
    }
    if isSupervisord { return .supervisord }
    return file.hasSuffix(".conf") || file == "-" ? .nginx : .uwsgi
  }

  /// Loads the file as `supervisord -c FILE` does; only the files beside it are known.
  private func supervisordPayload(_ folder: String) throws -> String {
    var sources = SourceFiles()
    let loader = SupervisorLoader(
      invocation: Invocation(
        arguments: ["supervisord", "-c", absolute(file, in: folder)].map { Machine.Argument($0) },
        environment: Environment(values: environment, isComplete: false),
        workingDirectory: folder),
      tree: NearbyFiles(), accounts: Accounts(isComplete: false), hostName: hostname)
    let configuration = loader.load(files: &sources)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let payload = SupervisorPayload(configuration, sources: sources)
    return String(decoding: try encoder.encode(payload), as: UTF8.self) + "\n"
  }

  private func printNginx(_ folder: String) throws {
    let path = file == "-" ? "/standard input" : absolute(file, in: folder)
    let bytes: [UInt8]
    if file == "-" {
      bytes = try StandardInput.read()
    } else if let data = FileManager.default.contents(atPath: file) {
      bytes = Array(data)
    } else {
      throw ValidationError("'\(file)' cannot be read")
    }
    let input = NginxInput(
      path: path, bytes: bytes, context: context.flatMap(NginxContext.init(named:)))
    let options = CrossplanePayload.Options(includesComments: comments, combines: combine)
    let isRelative = !file.hasPrefix("/")
    let payload = input.payload(options) { name in
      isRelative && name.hasPrefix("\(folder)/") ? String(name.dropFirst(folder.count + 1)) : name
    }
    Terminal.write(payload.json + "\n", to: .output)
    if input.configuration.firstRefusal != nil { throw ExitStatus.findings }
  }

  private func absolute(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// Loads the file as `uwsgi --ini FILE` does, with the option that its ending tells.
  private func uwsgiPayload(_ folder: String) throws -> String {
    let name = file.split(separator: ":").first.map(String.init) ?? file
    let endings = ["xml", "yaml", "yml", "json", "js"]
    let option = endings.first { name.hasSuffix(".\($0)") } ?? "ini"
    var sources = SourceFiles()
    let invocation = Invocation(
      arguments: ["uwsgi", "--\(option)", file].map { Machine.Argument($0) },
      environment: Environment(values: environment, isComplete: false), workingDirectory: folder)
    let configuration = UwsgiConfiguration(
      invocation, machine: UwsgiMachine(cores: cores, hostName: hostname), tree: DiskTree(),
      accounts: Accounts(isComplete: false), files: &sources)
    let payload = UwsgiPayload(configuration, sources)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(payload), as: UTF8.self) + "\n"
  }

  private var environment: [String: String] {
    var values: [String: String] = [:]
    for pair in variables {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }
}
