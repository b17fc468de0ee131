#if Probe
  import Live
  import NIOCore
  import NIOPosix
  import NIOSSL

  /// A connection to the engine that has left HTTP: bytes go both ways until one side closes.
  ///
  /// Nothing is read before it is asked for, so that a container cannot fill the probe's memory.
  struct EngineStream: Sendable {
    private let channel: any Channel
    private let chunks: AsyncThrowingStream<[UInt8], any Error>

    /// Connects, in the way that the engine's address says.
    static func open(
      _ address: EngineAddress, tls: TLSConfiguration?, limits: Limits
    ) async throws -> EngineStream {
      let (chunks, arrivals) = AsyncThrowingStream.makeStream(of: [UInt8].self)
      let context = try tls.map { try NIOSSLContext(configuration: $0) }
      let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.nanoseconds(limits.connect.nanoseconds))
        .channelOption(.autoRead, value: false)
        .channelOption(.maxMessagesPerRead, value: 1)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let context {
              try pipeline.addHandler(
                NIOSSLClientHandler(context: context, serverHostname: address.hostName))
            }
            try pipeline.addHandler(ArrivalHandler(arrivals: arrivals))
          }
        }
      let channel =
        switch address {
        case .socket(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
        case .tcp(let host, let port, _): try await bootstrap.connect(host: host, port: port).get()
        }
      return EngineStream(channel: channel, chunks: chunks)
    }

    func send(_ bytes: some Sequence<UInt8>) async throws {
      // TLS lets nothing out before it has heard the other side.
      channel.read()
      let buffer = ByteBuffer(bytes: bytes)
      try await withTaskCancellationHandler {
        try await channel.writeAndFlush(buffer)
      } onCancel: {
        close()
      }
    }

    /// The next bytes; nil where the other side has closed, or the task is cancelled.
    func next() async throws -> [UInt8]? {
      channel.read()
      for try await chunk in chunks { return chunk }
      return nil
    }

    func close() {
      channel.close(promise: nil)
    }

    /// Reads the answer that lets go of HTTP, behind which nothing may come yet.
    ///
    /// - Throws: `EngineError` for any other answer.
    func readHead() async throws {
      var bytes: [UInt8] = []
      while let chunk = try await next(), bytes.count < longestHead {
        bytes += chunk
        guard bytes.suffix(4) == headEnd else { continue }
        guard case .success(let answer) = HTTPMessage.answer(bytes),
          [101, 200].contains(answer.status)
        else { break }
        return
      }
      throw EngineError.garbled("no connection is left to a command")
    }
  }

  extension EngineAddress {
    /// The name that a certificate is for; nil where the host is named by its number.
    fileprivate var hostName: String? {
      guard case .tcp(let host, _, _) = self else { return nil }
      return (try? SocketAddress(ipAddress: host, port: 0)) == nil ? host : nil
    }
  }

  private let headEnd = ArraySlice("\r\n\r\n".utf8)
  private let longestHead = 1 << 16

  /// Hands on what arrives.
  private final class ArrivalHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let arrivals: AsyncThrowingStream<[UInt8], any Error>.Continuation

    init(arrivals: AsyncThrowingStream<[UInt8], any Error>.Continuation) {
      self.arrivals = arrivals
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      arrivals.yield(Array(unwrapInboundIn(data).readableBytesView))
    }

    func channelInactive(context: ChannelHandlerContext) {
      arrivals.finish()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      arrivals.finish(throwing: error)
      context.close(promise: nil)
    }
  }
#endif
