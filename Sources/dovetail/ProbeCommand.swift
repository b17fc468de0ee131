import ArgumentParser
import FoundationEssentials
import Reports
import Rules

#if Probe
  import Boot
  import Live
  import Probe
  import Settings
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
  @OptionGroup var judging: JudgingOptions

  @Option(help: ArgumentHelp("Wait this long for a stack to get ready.", valueName: "time"))
  var wait = TimeLimit(duration: .zero)

  @Option(
    help: ArgumentHelp(
      "The folder that the image is built from: what differs is told.", valueName: "folder"))
  var source: String?

  @Flag(
    help: """
      Kill a worker of uWSGI, tell nginx to stop, then stop the container and start it again: \
      requests are lost, and never do it to what people use.
      """)
  var disruptive = false

  @Option(help: ArgumentHelp("The limit for a request.", valueName: "time"))
  var timeout = TimeLimit(duration: .seconds(5))

  @Option(help: ArgumentHelp("The limit for a whole target.", valueName: "time"))
  var limit = TimeLimit(duration: .seconds(30))

  func validate() throws {
    if targets.isEmpty, !local {
      throw ValidationError("name a container, compose:PROJECT or a URL")
    }
    guard timeout.duration > .zero, limit.duration > .zero else {
      throw ValidationError("a limit must be above 0")
    }
  }

  #if Probe
    func run() async throws {
      let start = ContinuousClock.now
      let interrupt = Interrupt()
      var report = Report([], timestamp: timestamp, toolVersion: Dovetail.version)
      do {
        try output.prepare(report)
        let judge = try judging.judge(for: source ?? ".")
        if disruptive { Terminal.write(warning, to: .error) }
        let results = try await interrupt.cancels { try await probe(judge) }
        report.verdicts = results.map(judge.weighed)
      } catch {
        report.failure = "\(error)"
        try output.writeFailure(report)
        throw error
      }
      report.milliseconds = start.duration(to: .now).milliseconds
      try output.write(report)
      if interrupt.hasCome {
        Terminal.write("dovetail: interrupted: only what was seen by then is told\n", to: .error)
        throw ExitStatus.interrupted
      }
      if report.tally.count(atLeast: output.failOn) > 0 { throw ExitStatus.findings }
    }

    private var warning: String {
      """
      dovetail: --disruptive: in each of \(targets.joined(separator: ", ")) a worker of uWSGI is \
      killed, nginx is told to stop, and the container is stopped and started again

      """
    }

    private var timestamp: String {
      Date.now.formatted(.iso8601.dateSeparator(.dash))
    }

    private func probe(_ judge: Judge) async throws -> [ProbeResult] {
      var request = ProbeRequest()
      request.wait = wait.duration
      request.limits.request = timeout.duration
      request.limits.overall = limit.duration
      request.expectations = judge.settings.expectations
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
      return try await Prober(engineAddress: address, request: request, rules: judge.engine)
        .probe(targets.map { ProbeTarget($0) } + (local ? [.local] : [])) { progress.tell($0, $1) }
    }
  #else
    func run() async throws {
      throw ValidationError(
        "this build has no probe: use script/dovetail, or build with `swift build --traits Probe`")
    }
  #endif
}
