/// What one word of `EXPOSE` says: `[address:][host:]port[-port][/protocol]`.
struct PortSpecification {
  /// The ports with their protocol, such as `80/tcp`.
  let names: [String]

  /// Whether it names an address or a port of the host, which `EXPOSE` has no use for.
  let hasHost: Bool

  let hasUppercaseProtocol: Bool

  init(_ text: String) throws(PortFault) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let host = parts.count > 1 ? parts[parts.count - 2] : ""
    let address = parts.dropLast(2).joined(separator: ":")
    let container = (parts.last ?? "").split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let range = container.first ?? ""
    let written = container.count > 1 && !container[1].isEmpty ? String(container[1]) : "tcp"
    guard !range.isEmpty else { throw .missing(port: text) }
    let proto = written.lowercased()
    guard ["tcp", "udp", "sctp"].contains(proto) else { throw .proto(written, port: text) }
    guard address.isEmpty || Self.isAddress(address) else { throw .address(address) }
    guard let ports = Self.range(range) else { throw .container(String(range)) }
    if !host.isEmpty {
      guard let hostPorts = Self.range(host) else { throw .host(String(host)) }
      if ports.count != hostPorts.count, ports.count > 1 {
        throw .unequalRanges(container: String(range), host: String(host))
      }
    }
    names = ports.map { "\($0)/\(proto)" }
    hasHost = !address.isEmpty || !host.isEmpty
    hasUppercaseProtocol = written != proto
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap(port), let last = parts.last.flatMap(port),
      parts.count <= 2, first <= last
    else { return nil }
    return first...last
  }

  private static func port(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return UInt16(text).map(Int.init)
  }

  private static func isAddress(_ text: String) -> Bool {
    if text.contains(":") || text.hasPrefix("[") {
      return text.utf8.allSatisfy {
        $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
          || ":.[]%".utf8.contains($0)
      }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
