/// Servers, addresses, locations and upstreams that do not fit together.
package enum ServerFault: Hashable, Sendable, FaultDetail {
  /// An address that cannot be taken; the reason is nginx's.
  case listenAddress(reason: String, String)
  case upstreamAddress(reason: String, String)
  case duplicateListen(String)
  case duplicateListenOptions(String)
  case duplicateDefaultServer(String)
  case duplicateAddressPair(String)
  case invalidServerName(String)
  case suspiciousServerName(String)
  case conflictingServerName(String, address: String)
  case invalidNameOrWildcard(String, address: String)
  case noCertificate(directive: String)
  case noCertificateKey(String)
  case noHandler
  case unknownMailProtocol
  case duplicateLocation(String)
  case locationInside(String, kind: String, outer: String)
  case namedLocationNested(String)
  case locationOutside(String, outer: String)
  case aliasInNamedLocation
  case rootVariable(String, directive: String)
  case duplicateUpstream(String)
  case upstreamWithPort(String, port: Int)
  case upstreamEmpty
  case noServersIn(String)
  case methodRedefined
  case passWithURI(String)
  case invalidURLPrefix
  case bufferRelation(small: String, buffers: String)
  case bufferMinimum(String, least: String)

  /// A hash whose sizes are too small for its names.
  case hashBucketTooSmall(String, Int)
  case hashTooSmall(String, Int)
  case hashNotOptimal(String, size: Int, bucketSize: Int)

  var code: String {
    switch self {
    case .listenAddress: "invalid-listen-address"
    case .upstreamAddress(let reason, _):
      reason == "host not found" ? "upstream-host-not-found" : "invalid-upstream-address"
    case .duplicateListen, .duplicateListenOptions, .duplicateAddressPair: "duplicate-listen"
    case .duplicateDefaultServer: "duplicate-default-server"
    case .invalidServerName, .invalidNameOrWildcard, .suspiciousServerName: "invalid-server-name"
    case .conflictingServerName: "conflicting-server-name"
    case .noCertificate, .noCertificateKey: "missing-certificate"
    case .noHandler, .unknownMailProtocol: "server-without-handler"
    case .duplicateLocation: "duplicate-location"
    case .locationInside, .namedLocationNested, .locationOutside: "misplaced-location"
    case .aliasInNamedLocation, .rootVariable: "invalid-root"
    case .duplicateUpstream: "duplicate-upstream"
    case .upstreamWithPort: "upstream-with-port"
    case .upstreamEmpty, .noServersIn: "empty-upstream"
    case .methodRedefined: "balancing-method-redefined"
    case .passWithURI, .invalidURLPrefix: "invalid-pass"
    case .bufferRelation, .bufferMinimum: "inconsistent-buffers"
    case .hashBucketTooSmall, .hashTooSmall, .hashNotOptimal: "hash-too-small"
    }
  }

  var isWarning: Bool {
    switch self {
    case .suspiciousServerName, .conflictingServerName, .methodRedefined, .hashNotOptimal: true
    default: false
    }
  }
}
