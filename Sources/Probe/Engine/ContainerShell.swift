#if Probe
  import Live
  import Synchronization

  /// Runs commands in a container that only read, in one shell that stays open for them.
  ///
  /// To start a command costs an engine more than most commands do. Where no shell stays open, each one
  /// is started by the engine.
  final class ContainerShell: Sendable {
    private enum State {
      case unopened
      case idle(EngineStream)

      /// A command runs, or was left behind before its end.
      case closed
    }

    private let engine: EngineClient
    private let container: String
    private let state = Mutex(State.unopened)

    /// What stands behind the outputs of each command; no container can know it before.
    private let mark = "\u{1e}\(UInt64.random(in: .min ... .max))\u{1e}"

    init(_ engine: EngineClient, container: String) {
      self.engine = engine
      self.container = container
    }

    /// Runs a command, and answers what it printed.
    ///
    /// - Throws: `EngineError`.
    func run(_ command: [String], mostBytes: Int) async throws -> ExecOutput {
      if let stream = await take(),
        let output = try? await converse(command, on: stream, mostBytes: mostBytes)
      {
        return output
      }
      try Task.checkCancellation()
      return try await engine.run(command, in: container, mostBytes: mostBytes)
    }

    /// Lets the shell end.
    func close() {
      if case .idle(let stream) = takeState() { stream.close() }
    }

    private func take() async -> EngineStream? {
      switch takeState() {
      case .unopened: try? await engine.converse(with: Survey.shell, in: container)
      case .idle(let stream): stream
      case .closed: nil
      }
    }

    private func takeState() -> State {
      state.withLock { state in
        defer { state = .closed }
        return state
      }
    }

    /// Has the shell run a command; nil where the shell ended before.
    ///
    /// A command that says too much, or is not waited for, takes the shell with it.
    private func converse(
      _ command: [String], on stream: EngineStream, mostBytes: Int
    ) async throws -> ExecOutput? {
      var isIdle = false
      defer { if !isIdle { stream.close() } }
      try await stream.send(line(command).utf8)
      var reader = StreamDemultiplexer()
      var output = ExecOutput()
      while let chunk = try await stream.next(), !reader.isGarbled {
        for frame in reader.frames(chunk) { output.append(frame) }
        isIdle = output.remove(Array(mark.utf8))
        if isIdle { state.withLock { $0 = .idle(stream) } }
        if isIdle || output.byteCount >= mostBytes { return output }
      }
      return nil
    }

    /// A line of shell for a command, which must not read the lines behind it.
    private func line(_ command: [String]) -> String {
      let words = command.map(Self.quoted).joined(separator: " ")
      let tell = "printf \(Self.quoted(mark))"
      return "\(words) </dev/null; \(tell); \(tell) >&2\n"
    }

    private static func quoted(_ word: String) -> String {
      let parts = word.split(separator: "'", omittingEmptySubsequences: false)
      return "'\(parts.joined(separator: #"'\''"#))'"
    }
  }
#endif
