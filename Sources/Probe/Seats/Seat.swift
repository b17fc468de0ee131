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

    /// All that stands in the file system.
    func listing() async throws -> FileListing

    /// What a plain file holds; nil where it is none, or is not there.
    func content(of path: String) async throws -> [UInt8]?

    /// The files below a folder, with absolute paths.
    func files(below folder: String, limits: TarReader.Limits) async throws -> [TarReader.Entry]
  }
#endif
