#if Probe
  import FoundationEssentials
  import Live

  extension EngineClient {
    /// What the engine knows of a container, and since when it runs.
    ///
    /// - Throws: `EngineError.noSuchContainer`, and what else the engine says.
    func inspect(_ name: String) async throws -> ContainerDescription {
      do {
        return try await json(
          "/containers/\(name.percentEncoded)/json", as: ContainerDescription.self)
      } catch EngineError.refused(status: 404, _) {
        throw EngineError.noSuchContainer(name)
      }
    }

    /// How many processors the engine's machine has.
    func countedCores() async throws -> Int {
      try await json("/info", as: EngineInformation.self).NCPU
    }

    /// The names of a compose project's containers, in the order of their names.
    func containers(ofProject project: String) async throws -> [String] {
      let filter = #"{"label":["\#(ListedContainer.projectLabel)"]}"#
      let listed = try await json(
        "/containers/json?all=1&filters=\(filter.percentEncoded)", as: [ListedContainer].self)
      return listed.names(ofProject: project)
    }

    /// The end of a container's log since its last start.
    func log(_ container: ContainerDescription, limits: Limits) async throws -> [LiveLog] {
      var reader = StreamDemultiplexer(isTerminal: container.config.isTerminal ?? false)
      var lines = LogLines()
      var taken = 0
      let since = container.state.logStart.map { "&since=\($0)" } ?? ""
      try await stream(
        "/containers/\(container.id)/logs?stdout=1&stderr=1&tail=\(limits.logLines)\(since)"
      ) { chunk in
        for frame in reader.frames(chunk) { lines.append(frame) }
        taken += chunk.count
        return taken < limits.logBytes && !reader.isGarbled
      }
      lines.finish()
      return lines.lines
    }

    /// Runs a command in the container that only reads, and answers what it printed.
    func run(
      _ command: [String], in container: String, mostBytes: Int
    ) async throws -> ExecOutput {
      let exec = try await prepare(ExecPlan(Cmd: command), in: container)
      var reader = StreamDemultiplexer()
      var output = ExecOutput()
      var taken = 0
      try await stream(
        "/exec/\(exec.Id)/start", method: "POST", body: startOfExec
      ) { chunk in
        for frame in reader.frames(chunk) { output.append(frame) }
        taken += chunk.count
        return taken < mostBytes && !reader.isGarbled
      }
      if reader.isGarbled { throw EngineError.garbled("the output of a command") }
      return output
    }

    /// Starts a command in the container whose input is written to the stream, as its outputs come by it.
    func converse(
      with command: [String], in container: String
    ) async throws -> EngineStream {
      let exec = try await prepare(ExecPlan(Cmd: command, AttachStdin: true), in: container)
      return try await takeOver("/exec/\(exec.Id)/start", body: startOfExec)
    }

    private func prepare(_ plan: ExecPlan, in container: String) async throws -> ExecID {
      try await json(
        "/containers/\(container)/exec", as: ExecID.self, method: "POST",
        body: Array(try JSONEncoder().encode(plan)))
    }

    /// The files below a path of the container, as far as the limits let them through.
    func archive(
      _ path: String, in container: String, limits: TarReader.Limits
    ) async throws -> [TarReader.Entry] {
      var reader = TarReader(limits: limits)
      var left = limits.totalBytes
      try await stream("/containers/\(container)/archive?path=\(path.percentEncoded)") { chunk in
        reader.append(chunk)
        left -= chunk.count
        return !reader.isBroken && !reader.isFinished && left > 0
      }
      return reader.entries
    }
  }

  extension EngineClient {
    /// All that stands in a container, by the heads of the archive of its root.
    ///
    /// An archive brings all contents along: it is cut where it takes longer than the limit.
    func listing(of container: String, within limit: Duration) async throws -> FileListing {
      var reader = TarReader(limits: .init(entries: 400_000, totalBytes: 0))
      let start = ContinuousClock.now
      try await stream("/containers/\(container)/archive?path=/") { chunk in
        reader.append(chunk)
        return !reader.isBroken && !reader.isFinished && start.duration(to: .now) < limit
      }
      return FileListing(archive: reader.entries, isComplete: reader.isFinished)
    }
  }

  /// What a command printed.
  struct ExecOutput {
    var stdout: [UInt8] = []
    var stderr: [UInt8] = []
    var byteCount: Int { stdout.count + stderr.count }

    mutating func append(_ frame: StreamDemultiplexer.Frame) {
      if frame.stream == .stdout { stdout += frame.content } else { stderr += frame.content }
    }

    /// Takes a mark off the end of both outputs, if it stands there.
    mutating func remove(_ mark: [UInt8]) -> Bool {
      guard stdout.suffix(mark.count).elementsEqual(mark),
        stderr.suffix(mark.count).elementsEqual(mark)
      else { return false }
      stdout.removeLast(mark.count)
      stderr.removeLast(mark.count)
      return true
    }
  }

  private let startOfExec = Array(#"{"Detach":false,"Tty":false}"#.utf8)

  private struct ExecPlan: Encodable {
    var Cmd: [String]
    var User = "0"
    var AttachStdin = false
    var AttachStdout = true
    var AttachStderr = true
  }

  private struct EngineInformation: Decodable {
    var NCPU: Int
  }

  private struct ExecID: Decodable {
    var Id: String
  }
#endif
