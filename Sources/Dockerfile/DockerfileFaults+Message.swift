extension ExpansionFailure {
  /// The sentence in BuildKit's own words.
  package var message: String {
    "failed to process \(word.goQuoted): \(reason.message)"
  }
}

extension ExpansionFailure.Reason {
  fileprivate var message: String {
    switch self {
    case .unmatchedSingleQuote:
      "unexpected end of statement while looking for matching single-quote"
    case .unmatchedDoubleQuote:
      "unexpected end of statement while looking for matching double-quote"
    case .badSubstitution: "syntax error: bad substitution"
    case .missingBrace: "syntax error: missing '}'"
    case .missingSlash: "syntax error: missing '/' in ${}"
    case .unsupportedModifier(let sign): "unsupported modifier (\(sign)) in substitution"
    case .required(let name, let message): "\(name): \(message)"
    case .invalidPattern(let pattern, let escape):
      "invalid pattern (\(pattern)) in substitution: invalid escape '\\\(escape)'"
    case .nestedTooDeeply: "substitutions are nested too deeply"
    }
  }
}

extension HealthcheckFault {
  var message: String {
    switch self {
    case .argumentsAfterNone: "HEALTHCHECK NONE takes no arguments"
    case .missingCommand: "Missing command after HEALTHCHECK CMD"
    case .unknownType(let type): "Unknown type \(type.goQuoted) in HEALTHCHECK (try CMD)"
    case .duration(.invalid(let text)): "time: invalid duration \(text.goQuoted)"
    case .duration(.missingUnit(let text)): "time: missing unit in duration \(text.goQuoted)"
    case .duration(.unknownUnit(let unit, let text)):
      "time: unknown unit \(unit.goQuoted) in duration \(text.goQuoted)"
    case .tooShort(let flag): "Interval \(flag.goQuoted) cannot be less than 1ms"
    case .negativeRetries(let count): "--retries cannot be negative (\(count))"
    case .notANumber(let text): "strconv.ParseInt: parsing \(text.goQuoted): invalid syntax"
    case .numberOutOfRange(let text):
      "strconv.ParseInt: parsing \(text.goQuoted): value out of range"
    }
  }
}

extension MountFault {
  var message: String {
    switch self {
    case .notAPair(let field): "invalid field '\(field)' must be a key=value pair"
    case .variableInFrom:
      "'from' doesn't support variable expansion, define alias stage instead"
    case .unexpectedKey(let key, let field, let suggestion):
      "unexpected key '\(key)' in '\(field)'" + (suggestion.map { " (did you mean \($0)?)" } ?? "")
    case .keyOfOtherType(let key, let type): "unexpected key '\(key)' for mount type '\(type)'"
    case .unsupportedType(let type, let suggestion):
      "unsupported mount type \(type.goQuoted)"
        + (suggestion.map { " (did you mean \($0)?)" } ?? "")
    case .unsupportedSharing(let value): "unsupported sharing value \(value.goQuoted)"
    case .invalidValue(let key, let value): "invalid value for \(key): \(value)"
    case .invalidNumber(let key, let value): "invalid value \(value) for \(key)"
    case .notAllowed(let key, let type): "\(key) not allowed for \(type.goQuoted) type mounts"
    case .sharingOfOtherType(let type): "invalid cache sharing set for \(type) mount"
    case .secretWithFrom: "secret mount should not have a from"
    case .secretWithoutTarget: "invalid secret mount. one of source, target required"
    case .sourceAndIdentifier: "both source and id can't be set"
    case .rootTarget: "invalid mount target \"/\""
    }
  }
}

extension ReferenceFault {
  var message: String {
    switch self {
    case .invalidFormat: "invalid reference format"
    case .upperCase(let repository):
      "invalid reference format: repository name (\(repository)) must be lowercase"
    case .tooLong(let limit):
      "repository name must not be more than \(limit) characters"
    case .identifier(let name):
      "invalid repository name (\(name)), cannot specify 64-byte hexadecimal strings"
    }
  }
}

extension PlatformFault {
  func message(for text: String) -> String {
    switch self {
    case .wildcard: "\(text.goQuoted): wildcards not yet supported: invalid argument"
    case .invalidComponent(let part):
      "\(part.goQuoted) is an invalid component of \(text.goQuoted): platform specifier component "
        + "must match \"^[A-Za-z0-9_.-]+$\": invalid argument"
    case .unknownName:
      "\(text.goQuoted): unknown operating system or architecture: invalid argument"
    case .tooManyParts: "\(text.goQuoted): cannot parse platform specifier: invalid argument"
    }
  }
}

extension ChecksumFault {
  var message: String {
    switch self {
    case .severalSources: "checksum can't be specified for multiple sources"
    case .localSource: "checksum requires HTTP(S) or Git sources"
    case .invalidFormat: "invalid checksum digest format"
    case .unsupportedAlgorithm: "unsupported digest algorithm"
    case .invalidLength: "invalid checksum digest length"
    }
  }
}

extension PortFault {
  var message: String {
    switch self {
    case .container(let text): "invalid containerPort: \(text)"
    case .host(let text): "invalid hostPort: \(text)"
    case .proto(let text, let port): "invalid port: \(port.goQuoted): invalid proto: \(text)"
    case .address(let text): "invalid IP address: \(text)"
    case .missing(let port): "invalid port: \(port.goQuoted): no port specified"
    case .unequalRanges(let container, let host):
      "invalid ranges specified for container and host Ports: \(container) and \(host)"
    }
  }
}
