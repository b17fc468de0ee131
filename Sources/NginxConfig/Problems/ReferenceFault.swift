/// Names that nothing defines, or that are defined twice, and patterns that PCRE refuses.
package enum ReferenceFault: Error, Hashable, FaultDetail {
  case unknownVariable(String)
  case invalidVariableName
  case unclosedVariable(String)
  case duplicateVariable(String)
  case invalidPattern(reason: String, pattern: String, rest: String?)
  case fewerCaptures(pattern: String, wanted: Int)
  case emptyPattern(String)
  case unknownLogFormat(String)
  case duplicateLogFormat(String)
  case unknownCacheZone(directive: String, zone: String)
  case zoneWithoutSize(String)
  case zoneTooSmall(String)
  case zoneOfOtherUse(String)
  case zoneSizeConflict(String, size: Int, earlier: Int)
  case zoneBound(directive: String, zone: String, key: String)
  case duplicateCacheZone(String)

  var code: String {
    switch self {
    case .unknownVariable: "unknown-variable"
    case .invalidVariableName, .unclosedVariable: "invalid-variable-name"
    case .duplicateVariable: "duplicate-variable"
    case .invalidPattern, .emptyPattern, .fewerCaptures: "invalid-regular-expression"
    case .unknownLogFormat: "unknown-log-format"
    case .duplicateLogFormat: "duplicate-log-format"
    case .unknownCacheZone, .zoneWithoutSize: "unknown-zone"
    case .zoneTooSmall: "zone-too-small"
    case .zoneOfOtherUse, .zoneSizeConflict, .zoneBound, .duplicateCacheZone: "conflicting-zone"
    }
  }

  var nginxMessage: String {
    switch self {
    case .unknownVariable(let name): "unknown \"\(name)\" variable"
    case .invalidVariableName: "invalid variable name"
    case .unclosedVariable(let name):
      "the closing bracket in \"\(name)\" variable is missing"
    case .duplicateVariable(let name): "the duplicate \"\(name)\" variable"
    case .invalidPattern(let reason, let pattern, let rest?):
      "pcre2_compile() failed: \(reason) in \"\(pattern)\" at \"\(rest)\""
    case .invalidPattern(let reason, let pattern, nil):
      "pcre2_compile() failed: \(reason) in \"\(pattern)\""
    case .fewerCaptures(let pattern, let wanted):
      "pattern \"\(pattern)\" must have \(wanted) captures"
    case .emptyPattern(let name): "empty regex in server name \"\(name)\""
    case .unknownLogFormat(let name): "unknown log format \"\(name)\""
    case .duplicateLogFormat(let name): "duplicate \"log_format\" name \"\(name)\""
    case .unknownCacheZone(let directive, let zone): "\"\(directive)\" zone \"\(zone)\" is unknown"
    case .zoneWithoutSize(let name): "zero size shared memory zone \"\(name)\""
    case .zoneTooSmall(let name): "zone \"\(name)\" is too small"
    case .zoneOfOtherUse(let name):
      "the shared memory zone \"\(name)\" is already declared for a different use"
    case .zoneSizeConflict(let name, let size, let earlier):
      "the size \(size) of shared memory zone \"\(name)\""
        + " conflicts with already declared size \(earlier)"
    case .zoneBound(let directive, let zone, let key):
      "\(directive) \"\(zone)\" is already bound to key \"\(key)\""
    case .duplicateCacheZone(let name): "duplicate zone \"\(name)\""
    }
  }
}
