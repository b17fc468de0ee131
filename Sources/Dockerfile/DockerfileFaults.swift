/// What is wrong with a `HEALTHCHECK`.
package enum HealthcheckFault: Error, Hashable, Sendable {
  case argumentsAfterNone
  case missingCommand
  case unknownType(String)
  case duration(DurationFault)
  case tooShort(flag: String)
  case negativeRetries(Int)
  case notANumber(String)
  case numberOutOfRange(String)
}

/// Why a text is no duration such as `30s`.
package enum DurationFault: Error, Hashable, Sendable {
  case invalid(String)
  case missingUnit(String)
  case unknownUnit(String, duration: String)
}

/// What is wrong with a `--mount` of `RUN`.
package enum MountFault: Error, Hashable, Sendable {
  case notAPair(String)
  case variableInFrom
  case unexpectedKey(String, field: String, suggestion: String?)
  case keyOfOtherType(String, type: String)
  case unsupportedType(String, suggestion: String?)
  case unsupportedSharing(String)
  case invalidValue(key: String, value: String)
  case invalidNumber(key: String, value: String)
  case notAllowed(key: String, type: String)
  case sharingOfOtherType(String)
  case secretWithFrom
  case secretWithoutTarget
  case sourceAndIdentifier
  case rootTarget

  /// Whether it shows before the variables of the mount are expanded.
  var isFoundUnexpanded: Bool {
    switch self {
    case .notAPair, .variableInFrom: true
    default: false
    }
  }
}

/// Why a text names no image.
package enum ReferenceFault: Error, Hashable, Sendable {
  case invalidFormat
  case upperCase(repository: String)
  case tooLong(limit: Int)
  case identifier(String)
}

/// Why a text names no platform.
package enum PlatformFault: Error, Hashable, Sendable {
  case wildcard
  case invalidComponent(String)
  case unknownName
  case tooManyParts
}

/// A source of `COPY` that only `ADD` can fetch.
package enum RemoteSource: Error, Hashable, Sendable {
  case url
  case git
}

/// What is wrong with the `--checksum` of an `ADD`.
package enum ChecksumFault: Error, Hashable, Sendable {
  case severalSources
  case localSource
  case invalidFormat
  case unsupportedAlgorithm
  case invalidLength
}

/// Why a text is no port that `EXPOSE` takes.
package enum PortFault: Error, Hashable, Sendable {
  case container(String)
  case host(String)
  case proto(String, port: String)
  case address(String)
  case missing(port: String)
  case unequalRanges(container: String, host: String)
}
