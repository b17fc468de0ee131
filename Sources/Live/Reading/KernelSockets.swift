/// Reads the kernel's tables of sockets: `/proc/net/unix`, `/proc/net/tcp` and `/proc/net/tcp6`.
package enum KernelSockets {
  /// The Unix sockets that have a name.
  package static func unix(_ text: String) -> [LiveSocket] {
    text.split(separator: "\n").dropFirst().compactMap { line in
      // Num RefCount Protocol Flags Type St Inode Path: a path may hold spaces.
      let fields = line.split(separator: " ", maxSplits: 7)
      guard fields.count == 8, let flags = Int(fields[3], radix: 16) else { return nil }
      return LiveSocket(
        family: .unix, address: String(fields[7]), isListening: flags & acceptsConnections != 0)
    }
  }

  /// The TCP sockets, of either version of the protocol.
  package static func tcp(_ text: String) -> [LiveSocket] {
    text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 7, let address = address(fields[1]) else { return nil }
      return LiveSocket(
        family: .tcp, address: address, isListening: fields[3] == listenState,
        userID: Int(fields[7]))
    }
  }

  /// `0100007F:0050` is 127.0.0.1:80: words of four bytes as a little-endian machine holds them.
  private static func address(_ field: Substring) -> String? {
    let parts = field.split(separator: ":")
    guard parts.count == 2, let port = Int(parts[1], radix: 16) else { return nil }
    let digits = Array(parts[0])
    guard digits.count == 8 || digits.count == 32 else { return nil }
    var bytes: [Int] = []
    for word in stride(from: 0, to: digits.count, by: 8) {
      for pair in stride(from: word + 6, through: word, by: -2) {
        guard let byte = Int(String(digits[pair...(pair + 1)]), radix: 16) else { return nil }
        bytes.append(byte)
      }
    }
    let isVersion4 = bytes.count == 4
    let host = isVersion4 ? bytes.map(String.init).joined(separator: ".") : version6(bytes)
    return isVersion4 ? "\(host):\(port)" : "[\(host)]:\(port)"
  }

  private static func version6(_ bytes: [Int]) -> String {
    if bytes.allSatisfy({ $0 == 0 }) { return "::" }
    if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes.last == 1 { return "::1" }
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
      return "::ffff:" + bytes.suffix(4).map(String.init).joined(separator: ".")
    }
    return stride(from: 0, to: 16, by: 2)
      .map { String(bytes[$0] << 8 | bytes[$0 + 1], radix: 16) }
      .joined(separator: ":")
  }
}

// SO_ACCEPTCON of linux/net.h and TCP_LISTEN of net/tcp_states.h.
private let acceptsConnections = 0x10000
private let listenState = "0A"
