#if Probe
  import Live

  /// A place from which a stack is looked at: its container through the engine, or this machine.
  protocol Seat: Sendable {
    /// Looks around: at processes, sockets, users, and all that stands in the file system.
    func look() async -> Look

    /// What files hold, by their paths; those that cannot be had are left out.
    func contents(of paths: [String]) async -> [String: [UInt8]]

    /// Speaks to sockets, all at one time; the results are in the order of the exchanges.
    ///
    /// - Throws: where nothing in the container could do so.
    func exchange(_ exchanges: [Exchange], survey: Survey) async throws -> [ExchangeResult]

    /// The end of the log.
    func log() async throws -> [LiveLog]
  }
#endif
