#if Probe
  import Live
  import NIOCore
  import NIOPosix
  import Synchronization

  extension Exchange {
    /// Speaks to the socket from this machine.
    func run(limits: Limits) async -> ExchangeResult {
      let start = ContinuousClock.now
      let received = Mutex<[UInt8]>([])
      let failure = await failure(limits: limits) { chunk in
        received.withLock { bytes in
          bytes += chunk
          return bytes.count < limits.bodyBytes
        }
      }
      return ExchangeResult(
        bytes: received.withLock { $0 }, failure: failure, elapsed: start.duration(to: .now))
    }

    private func failure(
      limits: Limits, _ take: @escaping @Sendable ([UInt8]) -> Bool
    ) async -> ExchangeFailure? {
      do {
        try await withDeadline(limits.request) {
          let channel = try await connect(limits: limits)
          try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: bytes))
            if !lateBytes.isEmpty {
              try await Task.sleep(for: delay)
              try await outbound.write(ByteBuffer(bytes: lateBytes))
            }
            for try await chunk in inbound {
              guard take(Array(chunk.readableBytesView)) else { return }
            }
          }
        }
        return nil
      } catch {
        return ExchangeFailure(error, receivedBytes: 0)
      }
    }

    private func connect(
      limits: Limits
    ) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
      let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.nanoseconds(limits.connect.nanoseconds))
      let wrap:
        @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> =
          { channel in
            channel.eventLoop.makeCompletedFuture {
              try NIOAsyncChannel(wrappingChannelSynchronously: channel)
            }
          }
      if address.hasPrefix("/") {
        return try await bootstrap.connect(unixDomainSocketPath: address, channelInitializer: wrap)
      }
      guard let colon = address.lastIndex(of: ":"),
        let port = Int(address[address.index(after: colon)...])
      else { throw ExchangeFailure.other("`\(address)` is no address") }
      let host = address[..<colon].filter { $0 != "[" && $0 != "]" }
      return try await bootstrap.connect(
        host: host.isEmpty || host == "0.0.0.0" ? "127.0.0.1" : host, port: port,
        channelInitializer: wrap)
    }
  }
#endif
