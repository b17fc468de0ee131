/// Parameters that nginx cannot take for what they should be.
package enum ValueFault: Hashable, Sendable, FaultDetail {
  /// A parameter is not what the directive wants, such as a `log level` or a `return code`.
  case invalid(String, String)

  /// The value of a flag is neither `on` nor `off`.
  case flag(String, directive: String)

  /// nginx says no more than that the value or the number is invalid.
  case unreadable(directive: String, isNumber: Bool)
  case outOfBounds(low: Int, high: Int)
  case statusOutOfBounds(String)
  case missingParameter(directive: String, parameter: String)
  case unsupportedByMethod(String)
  case emptyReplacement
  case unexpectedInCondition(String)
  case lowBits(String)
  case duplicateValue(String)
  case duplicateType(String)
  case deprecated(String, use: String)
  case obsolete(String, use: String)
  case specifiedTooLate(String)
  case earlierRootOrAlias(String, earlier: String)
  case unknownEscaping(String)
  case poolTooSmall(Int)
  case poolMisaligned(Int)

  /// Something that nginx takes no notice of, in its words.
  case ignored(String)

  /// A rule of one directive that nothing else shares, in nginx's words.
  case rule(directive: String, String)

  var code: String {
    switch self {
    case .invalid, .flag, .unreadable, .outOfBounds, .statusOutOfBounds, .emptyReplacement,
      .unexpectedInCondition, .unknownEscaping, .poolTooSmall, .poolMisaligned, .rule:
      "invalid-value"
    case .missingParameter: "missing-parameter"
    case .unsupportedByMethod: "unsupported-by-balancing-method"
    case .lowBits: "meaningless-address-bits"
    case .duplicateValue, .duplicateType: "duplicate-value"
    case .deprecated, .obsolete, .ignored: "deprecated-directive"
    case .specifiedTooLate: "directive-too-late"
    case .earlierRootOrAlias: "duplicate-directive"
    }
  }

  var nginxMessage: String {
    switch self {
    case .invalid(let what, let value): "invalid \(what) \"\(value)\""
    case .flag(let value, let directive):
      "invalid value \"\(value)\" in \"\(directive)\" directive, it must be \"on\" or \"off\""
    case .unreadable(let directive, let isNumber):
      "\"\(directive)\" directive invalid \(isNumber ? "number" : "value")"
    case .outOfBounds(let low, let high): "value must be between \(low) and \(high)"
    case .statusOutOfBounds(let value): "value \"\(value)\" must be between 300 and 599"
    case .missingParameter(let directive, let parameter):
      "\"\(directive)\" must have \"\(parameter)\" parameter"
    case .unsupportedByMethod(let parameter):
      "balancing method does not support parameter \"\(parameter)\""
    case .emptyReplacement: "empty replacement"
    case .unexpectedInCondition(let word): "unexpected \"\(word)\" in condition"
    case .lowBits(let network): "low address bits of \(network) are meaningless"
    case .duplicateValue(let value): "duplicate value \"\(value)\""
    case .duplicateType(let type): "duplicate MIME type \"\(type)\""
    case .deprecated(let old, let new):
      "the \"\(old)\" directive is deprecated, use the \"\(new)\" directive instead"
    case .obsolete(let old, let new):
      "the \"\(old)\" directive is obsolete, use the \"\(new)\" directive instead"
    case .specifiedTooLate(let name): "\"\(name)\" directive is specified too late"
    case .earlierRootOrAlias(let name, let earlier):
      "\"\(name)\" directive is duplicate, \"\(earlier)\" directive was specified earlier"
    case .unknownEscaping(let name): "unknown log format escaping \"\(name)\""
    case .poolTooSmall(let size): "the pool size must be no less than \(size)"
    case .poolMisaligned(let size): "the pool size must be a multiple of \(size)"
    case .rule(_, let text), .ignored(let text): text
    }
  }

  var isWarning: Bool {
    switch self {
    case .lowBits, .duplicateValue, .duplicateType, .deprecated, .obsolete, .ignored: true
    default: false
    }
  }
}
