extension ServerFault {
  var nginxMessage: String {
    switch self {
    case .listenAddress(let reason, let address):
      "\(reason) in \"\(address)\" of the \"listen\" directive"
    case .upstreamAddress(let reason, let address): "\(reason) in upstream \"\(address)\""
    case .duplicateListen(let address): "a duplicate listen \(address)"
    case .duplicateListenOptions(let address): "duplicate listen options for \(address)"
    case .duplicateDefaultServer(let address): "a duplicate default server for \(address)"
    case .duplicateAddressPair(let address): "duplicate \"\(address)\" address and port pair"
    case .invalidServerName(let name): "server name \"\(name)\" is invalid"
    case .suspiciousServerName(let name): "server name \"\(name)\" has suspicious symbols"
    case .conflictingServerName(let name, let address):
      "conflicting server name \"\(name)\" on \(address), ignored"
    case .invalidNameOrWildcard(let name, let address):
      "invalid server name or wildcard \"\(name)\" on \(address)"
    case .noCertificate(let directive):
      "no \"ssl_certificate\" is defined for the \"\(directive)\" directive"
    case .noCertificateKey(let certificate):
      "no \"ssl_certificate_key\" is defined for certificate \"\(certificate)\""
    case .noHandler: "no handler for server"
    case .unknownMailProtocol: "unknown mail protocol for server"
    case .duplicateLocation, .locationInside, .namedLocationNested, .locationOutside,
      .aliasInNamedLocation, .rootVariable:
      locationMessage
    default: upstreamMessage
    }
  }

  private var locationMessage: String {
    switch self {
    case .duplicateLocation(let name): "duplicate location \"\(name)\""
    case .locationInside(let name, let kind, let outer):
      "location \"\(name)\" cannot be inside the \(kind) location \"\(outer)\""
    case .namedLocationNested(let name):
      "named location \"\(name)\" can be on the server level only"
    case .locationOutside(let name, let outer):
      "location \"\(name)\" is outside location \"\(outer)\""
    case .aliasInNamedLocation:
      "the \"alias\" directive cannot be used inside the named location"
    case .rootVariable(let variable, let directive):
      "the $\(variable) variable cannot be used in the \"\(directive)\" directive"
    default: ""
    }
  }

  private var upstreamMessage: String {
    switch self {
    case .duplicateUpstream(let name): "duplicate upstream \"\(name)\""
    case .upstreamWithPort(let name, let port): "upstream \"\(name)\" may not have port \(port)"
    case .upstreamEmpty: "no servers are inside upstream"
    case .noServersIn(let name): "no servers in upstream \"\(name)\""
    case .methodRedefined: "load balancing method redefined"
    case .passWithURI(let directive):
      "\"\(directive)\" cannot have URI part in location given by regular expression,"
        + " or inside named location, or inside \"if\" statement, or inside"
        + " \"limit_except\" block"
    case .invalidURLPrefix: "invalid URL prefix"
    case .bufferRelation(let small, let buffers):
      "\"\(small)\" must be less than the size of all \"\(buffers)\" minus one buffer"
    case .hashBucketTooSmall(let hash, let size):
      "could not build \(hash), you should increase \(hash)_bucket_size: \(size)"
    case .hashTooSmall(let hash, let size):
      "could not build \(hash), you should increase \(hash)_max_size: \(size)"
    case .hashNotOptimal(let hash, let size, let bucketSize):
      "could not build optimal \(hash), you should increase either \(hash)_max_size: \(size)"
        + " or \(hash)_bucket_size: \(bucketSize); ignoring \(hash)_bucket_size"
    case .bufferMinimum(let name, let least):
      "\"\(name)\" must be equal to or greater than the maximum of the value of \(least)"
    default: ""
    }
  }
}
