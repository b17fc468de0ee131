#if Probe
  import FoundationEssentials
  import Live

  /// What the engine says of a path without sending it.
  struct PathStat: Decodable {
    var size: Int
    var linkTarget: String
    private var mode: UInt32

    // Bits of Go's fs.FileMode, which are not those of stat(2).
    private static let folder: UInt32 = 1 << 31
    private static let link: UInt32 = 1 << 27
    private static let socket: UInt32 = 1 << 24
    private static let irregular: UInt32 = 0x8f28_0000

    var kind: LiveFile.Kind {
      if mode & Self.folder != 0 { return .folder }
      if mode & Self.link != 0 { return .link }
      if mode & Self.socket != 0 { return .socket }
      return mode & Self.irregular == 0 ? .file : .other
    }

    /// Reads the header `X-Docker-Container-Path-Stat`: JSON in base 64.
    init?(header: String) {
      guard let data = Data(base64Encoded: header),
        let stat = try? JSONDecoder().decode(PathStat.self, from: data)
      else { return nil }
      self = stat
    }
  }

  extension EngineClient {
    /// What stands at a path of a container; nil where nothing does.
    func stat(_ path: String, in container: String) async throws -> PathStat? {
      let answer = try await head("/containers/\(container)/archive?path=\(path.percentEncoded)")
      if answer.status == 404 { return nil }
      guard let header = answer.header("X-Docker-Container-Path-Stat"),
        let stat = PathStat(header: header)
      else { throw EngineError.garbled("it tells nothing of \(path)") }
      return stat
    }
  }
#endif
