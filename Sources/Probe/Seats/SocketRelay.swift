#if Probe
  import Live

  /// Speaks to sockets inside a container, with the Python that is there.
  ///
  /// Python is isolated (`-I`), reads no site packages (`-S`) and writes no byte code (`-B`): it
  /// leaves nothing behind.
  enum SocketRelay {
    static func command(python: String, _ exchanges: [Exchange], limits: Limits) -> [String] {
      let plans = exchanges.flatMap { exchange in
        [exchange.address, exchange.bytes.map(\.hexadecimal).joined()]
      }
      let seconds = String(max(1, limits.request.milliseconds) / 1000)
      return [python, "-ISB", "-c", script, seconds, String(limits.bodyBytes)] + plans
    }

    /// Reads what the script printed: a line of four words an exchange, and its bytes.
    static func results(_ output: [UInt8], count: Int) -> [ExchangeResult]? {
      var results: [ExchangeResult] = []
      var rest = output[...]
      while results.count < count {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
        rest = rest[(end + 1)...]
        guard words.count == 3, let code = CInt(words[0]), let milliseconds = Int(words[1]),
          let length = Int(words[2]), length >= 0, rest.count >= length
        else { return nil }
        let bytes = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        results.append(
          ExchangeResult(
            bytes: bytes, failure: failure(code, length), elapsed: .milliseconds(milliseconds)))
      }
      return results
    }

    /// The script's numbers: 0 for an orderly end, -1 for no answer in time, else Linux's `errno`.
    private static func failure(_ code: CInt, _ length: Int) -> ExchangeFailure? {
      switch code {
      case 0: nil
      case -1: length == 0 ? .answerTimedOut : .bodyTimedOut(bytes: length)
      default: ExchangeFailure(errno: code, receivedBytes: length)
      }
    }

    // Python's own faces on sockets and threads take longer to load than a socket takes to answer.
    private static let script = """
      import _socket, _thread, sys, time
      limit, most = float(sys.argv[1]), int(sys.argv[2])
      plans = list(zip(sys.argv[3::2], sys.argv[4::2]))
      results = [None] * len(plans)
      locks = [_thread.allocate_lock() for plan in plans]
      def speak(index, address, payload):
          start, received, code = time.monotonic(), b"", -1
          try:
              if address.startswith(("/", "@")):
                  family = _socket.AF_UNIX
                  place = "\\0" + address[1:] if address[0] == "@" else address
              else:
                  host, port = address.rsplit(":", 1)
                  host = host.strip("[]")
                  family = _socket.AF_INET6 if ":" in host else _socket.AF_INET
                  place = (host if host not in ("", "0.0.0.0") else "127.0.0.1", int(port))
              s = _socket.socket(family, _socket.SOCK_STREAM)
              s.settimeout(limit)
              s.connect(place)
              s.sendall(bytes.fromhex(payload))
              while len(received) < most:
                  s.settimeout(max(0.01, start + limit - time.monotonic()))
                  chunk = s.recv(65536)
                  if not chunk:
                      break
                  received += chunk
              s.close()
              code = 0
          except OSError as error:
              code = error.errno or -1
          finally:
              results[index] = (code, int((time.monotonic() - start) * 1000), received)
              locks[index].release()
      for lock in locks: lock.acquire()
      for i, p in enumerate(plans): _thread.start_new_thread(speak, (i, *p))
      for lock in locks: lock.acquire(timeout=limit + 1)
      for result in results:
          code, took, received = result or (-1, int(limit * 1000), b"")
          sys.stdout.buffer.write(b"%d %d %d\\n" % (code, took, len(received)) + received)
      """
  }

  extension UInt8 {
    fileprivate var hexadecimal: String {
      (self < 16 ? "0" : "") + String(self, radix: 16)
    }
  }
#endif
