/// Where a directive stands: the block around it decides which directives nginx takes there.
package enum NginxContext: UInt8, CaseIterable, Sendable {
  case main
  case events
  case http
  case server
  case location
  case upstream
  case ifInServer
  case ifInLocation
  case limitExcept
  case mail
  case mailServer
  case stream
  case streamServer
  case streamUpstream
  case rtmp
  case rtmpServer
  case application
  case recorder
  case management
  case oidcProvider
  case acmeIssuer

  /// A block such as `map` or `types`, whose lines are data and no directives.
  case freeForm

  /// A block that nobody here knows: its content is not judged.
  case unknown

  /// The context as people write it, such as `http.server`.
  package var name: String {
    Self.names[Int(rawValue)]
  }

  package init?(named name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let names = [
    "main", "events", "http", "http.server", "http.location", "http.upstream", "http.server.if",
    "http.location.if", "http.location.limit_except", "mail", "mail.server", "stream",
    "stream.server", "stream.upstream", "rtmp", "rtmp.server", "rtmp.application", "rtmp.recorder",
    "mgmt", "oidc_provider", "acme_issuer", "free-form", "unknown",
  ]

  /// The context within a block directive that stands in this one; nil where the block is data.
  func inside(block name: String) -> NginxContext? {
    switch (name, self) {
    case ("location", _): .location
    case ("server", .stream): .streamServer
    case ("server", .mail): .mailServer
    case ("server", .rtmp): .rtmpServer
    case ("server", _): .server
    case ("upstream", .stream): .streamUpstream
    case ("upstream", _): .upstream
    case ("if", .location): .ifInLocation
    case ("if", _): .ifInServer
    case ("limit_except", _): .limitExcept
    default: Self.blocks[name]
    }
  }

  private static let blocks: [String: NginxContext] = [
    "events": .events, "http": .http, "mail": .mail, "stream": .stream, "rtmp": .rtmp,
    "application": .application, "recorder": .recorder, "mgmt": .management,
    "oidc_provider": .oidcProvider, "acme_issuer": .acmeIssuer,
  ]
}

/// A set of contexts.
package struct NginxContexts: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package init(_ context: NginxContext) {
    rawValue = 1 << UInt32(context.rawValue)
  }

  /// Whether a context is one of these.
  package func contains(_ context: NginxContext) -> Bool {
    contains(NginxContexts(context))
  }

  /// The contexts in the order of their declaration.
  package var contexts: [NginxContext] {
    NginxContext.allCases.filter(contains)
  }
}
