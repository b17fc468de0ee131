#if Probe
  import AsyncHTTPClient
  import Live
  import NIOCore
  import NIOHTTP1
  import NIOSSL
  import Synchronization

  /// Sends requests, each within its limits: whatever comes back, there is an end to it.
  struct HTTPRequester: Sendable {
    /// A request to send.
    struct Request: Sendable {
      var method = "GET"
      var url: String
      var headers: [(name: String, value: String)] = []
      var body: [UInt8] = []

      init(_ url: String) {
        self.url = url
      }
    }

    private let client: HTTPClient
    private let limits: Limits

    init(_ client: HTTPClient, limits: Limits) {
      self.client = client
      self.limits = limits
    }

    /// A client that asks once, follows no redirects, and keeps no cookies.
    static func makeClient(_ limits: Limits, tls: TLSConfiguration? = nil) -> HTTPClient {
      var configuration = HTTPClient.Configuration(
        tlsConfiguration: tls, redirectConfiguration: .disallow,
        timeout: .init(connect: .nanoseconds(limits.connect.nanoseconds)),
        decompression: .disabled)
      configuration.connectionPool.retryConnectionEstablishment = false
      // A request that waited for another one's connection would count that time as its own.
      configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1000
      configuration.httpVersion = .http1Only
      return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request, and follows what redirects it on the same server.
    func send(_ request: Request, followsRedirects: Bool = false) async -> LiveHTTP {
      let start = ContinuousClock.now
      var request = request
      var visited: [String] = []
      while true {
        let outcome = await exchange(request)
        let http = { (outcome: LiveHTTP.Outcome) in
          LiveHTTP(
            method: request.method, url: visited.first ?? request.url, outcome: outcome,
            elapsed: start.duration(to: .now))
        }
        guard followsRedirects, case .answered(let answer) = outcome,
          let target = Self.redirect(answer, from: request.url)
        else { return http(outcome) }
        visited.append(request.url)
        if visited.contains(target) || visited.count > mostRedirects {
          return http(.failed(.redirectLoop(target)))
        }
        request.url = target
      }
    }

    private func exchange(_ request: Request) async -> LiveHTTP.Outcome {
      let received = ByteCount()
      do {
        let answer = try await withDeadline(limits.request) {
          try await receive(request, received)
        }
        return .answered(answer)
      } catch is DeadlineExceeded {
        let bytes = received.value.load(ordering: .relaxed)
        return .failed(bytes < 0 ? .answerTimedOut : .bodyTimedOut(bytes: bytes))
      } catch {
        let bytes = max(0, received.value.load(ordering: .relaxed))
        return .failed(ExchangeFailure(error, receivedBytes: bytes))
      }
    }

    private func receive(_ request: Request, _ received: ByteCount) async throws -> HTTPAnswer {
      var outgoing = HTTPClientRequest(url: request.url)
      outgoing.method = .RAW(value: request.method)
      outgoing.headers.add(name: "User-Agent", value: "dovetail")
      // uWSGI's own HTTP closes without a word: the next request would be sent into the void.
      outgoing.headers.add(name: "Connection", value: "close")
      for (name, value) in request.headers {
        outgoing.headers.replaceOrAdd(name: name, value: value)
      }
      if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
      let limit = TimeAmount.nanoseconds(limits.request.nanoseconds)
      let response = try await client.execute(outgoing, timeout: limit)
      received.value.store(0, ordering: .relaxed)
      var answer = HTTPAnswer(
        status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) })
      for try await chunk in response.body {
        answer.body += chunk.readableBytesView
        received.value.store(answer.body.count, ordering: .relaxed)
        if answer.body.count >= limits.bodyBytes {
          answer.body = Array(answer.body.prefix(limits.bodyBytes))
          answer.isComplete = false
          break
        }
      }
      return answer
    }

    /// Where an answer sends on to, if that is the same server.
    private static func redirect(_ answer: HTTPAnswer, from url: String) -> String? {
      guard [301, 302, 303, 307, 308].contains(answer.status),
        let location = answer.header("Location")
      else { return nil }
      let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count >= 3 else { return nil }
      let origin = parts[..<3].joined(separator: "/")
      if location.hasPrefix("/"), !location.hasPrefix("//") { return origin + location }
      return location.hasPrefix(origin + "/") ? location : nil
    }
  }

  /// How many bytes of a body came; -1 before its answer began.
  private final class ByteCount: Sendable {
    let value = Atomic<Int>(-1)
  }

  private let mostRedirects = 10

  extension Duration {
    /// Whole nanoseconds, as NIO counts.
    var nanoseconds: Int64 {
      components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
  }
#endif
