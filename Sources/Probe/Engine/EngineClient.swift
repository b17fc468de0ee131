#if Probe
  import AsyncHTTPClient
  import FoundationEssentials
  import Live
  import NIOCore
  import NIOHTTP1
  import NIOSSL

  /// Speaks the Docker Engine API, in the newest version that both sides know.
  struct EngineClient: Sendable {
    let address: EngineAddress

    /// How many processors the engine's machine has, where it tells.
    private(set) var cores: Int?
    private let client: HTTPClient
    private let tls: TLSConfiguration?
    private let version: String
    private let limits: Limits

    /// Connects, settles the version and counts the cores; `body` gets the engine until it returns.
    ///
    /// - Throws: `EngineError`, and what `body` throws.
    static func with<Result>(
      _ address: EngineAddress, limits: Limits, _ body: (EngineClient) async throws -> Result
    ) async throws -> Result {
      let tls = try tls(of: address)
      let client = HTTPRequester.makeClient(limits, tls: tls)
      do {
        let version = try await negotiatedVersion(address, client, limits)
        var engine = EngineClient(
          address: address, client: client, tls: tls, version: version, limits: limits)
        let plain = engine
        engine.cores = try? await withDeadline(limits.connect) { try await plain.countedCores() }
        let result = try await body(engine)
        try await client.shutdown()
        return result
      } catch {
        try? await client.shutdown()
        throw error
      }
    }

    private static func tls(of address: EngineAddress) throws(EngineError) -> TLSConfiguration? {
      guard case .tcp(_, _, let folder?) = address else { return nil }
      var tls = TLSConfiguration.makeClientConfiguration()
      do {
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile("\(folder)/ca.pem"))
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile("\(folder)/cert.pem")
          .map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "\(folder)/key.pem", format: .pem))
      } catch {
        throw .certificates(folder)
      }
      return tls
    }

    private static func negotiatedVersion(
      _ address: EngineAddress, _ client: HTTPClient, _ limits: Limits
    ) async throws -> String {
      var request = HTTPRequester.Request(address.base + "/_ping")
      request.headers = [("Host", engineHost)]
      let ping = await HTTPRequester(client, limits: limits).send(request)
      guard let answer = ping.answer else {
        throw EngineError.unreachable(address.name, ping.failure ?? .interrupted)
      }
      guard let offered = answer.header("Api-Version"), let theirs = APIVersion(offered) else {
        throw EngineError.garbled("`/_ping` tells no API version")
      }
      guard theirs >= APIVersion.oldest else { throw EngineError.tooOld(offered) }
      return min(theirs, .newest).text
    }

    /// Asks for a document of JSON.
    func json<Document: Decodable>(
      _ path: String, as type: Document.Type, method: String = "GET", body: [UInt8] = []
    ) async throws -> Document {
      let bytes = try await bytes(path, method: method, body: body)
      do {
        return try JSONDecoder().decode(Document.self, from: Data(bytes))
      } catch {
        throw EngineError.garbled("\(path) is not the JSON that it should be")
      }
    }

    /// Asks for a body that is small.
    func bytes(_ path: String, method: String = "GET", body: [UInt8] = []) async throws -> [UInt8] {
      var whole: [UInt8] = []
      try await stream(path, method: method, body: body) { chunk in
        whole += chunk
        return whole.count < limits.logBytes
      }
      return whole
    }

    /// Asks for a body and hands it on as it comes, until there is enough.
    ///
    /// - Throws: `EngineError`, also where the limit on time is reached before the answer begins.
    func stream(
      _ path: String, method: String = "GET", body: [UInt8] = [],
      _ take: (ArraySlice<UInt8>) -> Bool
    ) async throws {
      var request = HTTPClientRequest(url: "\(address.base)/v\(version)\(path)")
      request.method = .RAW(value: method)
      request.headers.add(name: "Host", value: engineHost)
      if !body.isEmpty {
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(body)
      }
      let response: HTTPClientResponse
      do {
        let limit = TimeAmount.nanoseconds(limits.overall.nanoseconds)
        response = try await client.execute(request, timeout: limit)
      } catch {
        throw EngineError.unreachable(address.name, ExchangeFailure(error, receivedBytes: 0))
      }
      guard (200..<300).contains(response.status.code) else {
        let text = try await response.body.collect(upTo: 1 << 16)
        throw EngineError.refused(
          status: Int(response.status.code), Self.message(Array(text.readableBytesView)))
      }
      do {
        for try await chunk in response.body {
          guard take(Array(chunk.readableBytesView)[...]) else { break }
        }
      } catch {
        throw EngineError.unreachable(address.name, ExchangeFailure(error, receivedBytes: 1))
      }
    }

    /// Takes over the connection of a request, which from then on is no HTTP.
    ///
    /// - Throws: `EngineError` where the engine does not let go of it.
    func takeOver(_ path: String, body: [UInt8]) async throws -> EngineStream {
      let stream = try await EngineStream.open(address, tls: tls, limits: limits)
      let head = """
        POST /v\(version)\(path) HTTP/1.1\r
        Host: \(engineHost)\r
        Content-Type: application/json\r
        Content-Length: \(body.count)\r
        Connection: Upgrade\r
        Upgrade: tcp\r
        \r

        """
      do {
        try await stream.send(Array(head.utf8) + body)
        try await stream.readHead()
      } catch {
        stream.close()
        throw error
      }
      return stream
    }

    private static func message(_ body: [UInt8]) -> String {
      if case .object(let members)? = JSONValue(body), let text = members["message"]?.text {
        return text
      }
      return String(decoding: body.prefix(200), as: UTF8.self)
    }
  }

  // Go's server wants a name, and takes any.
  private let engineHost = "docker"

  /// A version of the engine's API, such as 1.41.
  struct APIVersion: Comparable {
    private let major: Int
    private let minor: Int

    /// Since Docker 1.12 of 2016; before it the versions had no such path.
    static let oldest = APIVersion(major: 1, minor: 24)

    /// The newest one whose changes the probe knows of.
    static let newest = APIVersion(major: 1, minor: 47)

    private init(major: Int, minor: Int) {
      self.major = major
      self.minor = minor
    }

    init?(_ text: String) {
      let parts = text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      self.init(major: parts[0], minor: parts[1])
    }

    var text: String { "\(major).\(minor)" }

    static func < (left: APIVersion, right: APIVersion) -> Bool {
      (left.major, left.minor) < (right.major, right.minor)
    }
  }
#endif
