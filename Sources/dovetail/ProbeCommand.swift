import ArgumentParser
import FoundationEssentials
import Reports
import Rules

#if Probe
  import Boot
  import Live
  import Probe
  import SourceText
#endif

struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Judge a stack that runs.",
    discussion: """
      A target is a container's name or id, compose:PROJECT, or a URL. Nothing is written to or \
      changed in what is probed. The engine is the one that DOCKER_HOST names, else the usual socket.
      Exit status: 0 clean, 1 findings at or above --fail-on, 2 bad usage or an engine that does \
      not answer, 3 a defect of dovetail itself.
      """
  )

  @Argument(help: "Containers, compose:PROJECT, or URLs.")
  var targets: [String] = []

  @Flag(help: "Probe the stack that runs on this machine, or in this container, without an engine.")
  var local = false

  @OptionGroup var output: OutputOptions

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder with rule pages of your own; may be repeated.", valueName: "folder"))
  var ruleFolders: [String] = []

  @Option(help: ArgumentHelp("Wait this long for a stack to get ready.", valueName: "seconds"))
  var wait: Double = 0

  @Option(
    help: ArgumentHelp(
      "The folder that the image is built from: what differs is told.", valueName: "folder"))
  var source: String?

  @Flag(
    help: """
      Kill a worker of uWSGI, then stop the container and start it again: requests are lost, and \
      never do it to what people use.
      """)
  var disruptive = false

  @Option(
    help: ArgumentHelp(
      "A file whose `probe:` tells what must be answered.", valueName: "file"))
  var expectations = ".dovetail.yaml"

  @Option(help: ArgumentHelp("The limit for a request.", valueName: "seconds"))
  var timeout: Double = 5

  @Option(help: ArgumentHelp("The limit for a whole target.", valueName: "seconds"))
  var limit: Double = 30

  func validate() throws {
    if targets.isEmpty, !local {
      throw ValidationError("name a container, compose:PROJECT or a URL")
    }
    guard wait >= 0, timeout > 0, limit > 0, [wait, timeout, limit].allSatisfy({ $0 < 86_400 })
    else { throw ValidationError("times are seconds, above 0 and below a day") }
  }

  #if Probe
    func run() async throws {
      let start = ContinuousClock.now
      let interrupt = Interrupt()
      try output.prepare(Report([], toolVersion: Dovetail.version))
      let results = try await interrupt.cancels { try await probe() }
      let report = Report(
        results.map { $0.verdict() }, timestamp: Date.now.formatted(.iso8601.dateSeparator(.dash)),
        milliseconds: start.duration(to: .now).milliseconds, toolVersion: Dovetail.version)
      try output.write(report)
      if interrupt.hasCome { throw ExitStatus.interrupted }
      if report.tally.count(atLeast: output.failOn) > 0 { throw ExitStatus.findings }
    }

    private func probe() async throws -> [ProbeResult] {
      var request = ProbeRequest()
      request.wait = .seconds(wait)
      request.limits.request = .seconds(timeout)
      request.limits.overall = .seconds(limit)
      request.expectations = try readExpectations()
      request.isDisruptive = disruptive
      request.source = try source.map { folder in
        try StackLoader.load(folder, StackRequest()).flatMap(\.sources.files).filter {
          $0.origin != nil && $0.path.hasPrefix("/") && !$0.path.hasSuffix("/Dockerfile")
        }
      }
      let address = try EngineAddress(environment: ProcessInfo.processInfo.environment) {
        FileManager.default.fileExists(atPath: $0)
      }
      let progress = ProbeProgress(isShown: Terminal.isPerson(.error))
      let rules = RuleEngine(try Catalogue.builtIn(with: ruleFolders))
      return try await Prober(engineAddress: address, request: request, rules: rules)
        .probe(targets.map { ProbeTarget($0) } + (local ? [.local] : [])) { progress.tell($0, $1) }
    }

    /// The usual file need not be there; one that is named must be.
    private func readExpectations() throws -> [Expectation] {
      guard let data = FileManager.default.contents(atPath: expectations) else {
        guard expectations == ".dovetail.yaml" else {
          throw ValidationError("\(expectations) cannot be read")
        }
        return []
      }
      do {
        return try Expectation.read(String(decoding: data, as: UTF8.self))
      } catch {
        throw ValidationError("\(expectations): \(error)")
      }
    }
  #else
    func run() async throws {
      throw ValidationError(
        "this build has no probe: use script/dovetail, or build with `swift build --traits Probe`")
    }
  #endif
}
