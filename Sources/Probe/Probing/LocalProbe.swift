#if Probe
  import Boot
  import FoundationEssentials
  import Live
  import SourceText

  /// Probes the stack that runs beside the probe itself.
  struct LocalProbe: Sendable {
    let requester: HTTPRequester
    let request: ProbeRequest

    func run(progress: @escaping Prober.Progress) async -> FinishedVisit {
      let notebook = Notebook(Observation()) { progress("local", $0) }
      let seat = LocalSeat(limits: request.limits)
      let start = ContinuousClock.now
      let look = await seat.look()
      let lookedFor = start.duration(to: .now)
      notebook.note { $0.take(look) }
      var reading: ConfigurationReading?
      if let first = look.survey.flatMap(Self.first) {
        reading = await ConfigurationReading.read(
          container(first), look, from: seat, within: request.limits.overall / 2, into: notebook)
      }
      let visit = Visit(
        seat: seat, files: reading?.files, lookedFor: lookedFor, requester: requester,
        request: request, notebook: notebook, outside: .local)
      await notebook.within(request.limits.overall) { await visit.take() }
      return FinishedVisit(target: "local", notebook: notebook, reading: reading)
    }

    /// The process that starts the others; a machine's own first process is none of the stack.
    private static func first(_ survey: Survey) -> LiveProcess? {
      let order: [LiveProcess.Role] = [.supervisord, .nginxMaster, .uwsgi]
      return order.lazy.compactMap { role in survey.processes.first { $0.role == role } }.first
    }

    /// The process as if it were a container's first one.
    private func container(_ first: LiveProcess) -> LiveContainer {
      var container = LiveContainer(id: "local", name: "local", image: "", status: .running)
      // nginx writes its title over its command; behind it stands what was started.
      let title = "nginx: master process "
      let command = first.command.joined(separator: " ")
      container.command =
        command.hasPrefix(title)
        ? command.dropFirst(title.count).split(separator: " ").map(String.init) : first.command
      container.user = String(first.userID)
      let environment =
        (try? Data(contentsOf: URL(filePath: "/proc/\(first.id)/environ"))) ?? Data()
      container.environment = environment.split(separator: 0).map {
        String(decoding: $0, as: UTF8.self)
      }
      container.workingDirectory =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(first.id)/cwd")) ?? "/"
      container.cores = ProcessInfo.processInfo.activeProcessorCount
      return container
    }
  }
#endif
