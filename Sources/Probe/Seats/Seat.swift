#if Probe
  import Live
  import Machine

  /// A place from which a stack is looked at: its container through the engine, or this machine.
  protocol Seat: Sendable {
    /// Looks at processes, sockets, users, and the files at these paths.
    func survey(paths: [String]) async throws -> Survey

    /// Speaks to sockets, all at one time; the results are in the order of the exchanges.
    ///
    /// - Throws: where nothing in the container could do so.
    func exchange(_ exchanges: [Exchange], survey: Survey) async throws -> [ExchangeResult]

    /// The end of the log.
    func log() async throws -> [LiveLog]

    /// The content of a file; nil where there is none, or it is longer than a mebibyte.
    func content(of path: String) async -> [UInt8]?

    /// The files below a folder, with paths that begin with the folder's.
    func files(below folder: String) async throws -> [TarReader.Entry]
  }
#endif
