/// What the parameters of a directive must be: nginx's setters, by what they read.
package enum NginxValue: Equatable, Sendable {
  case anything
  case flag
  case string
  case stringList
  case keyValueList
  case number
  case size
  case offset
  case milliseconds
  case seconds
  case buffers
  case enumeration([String])
  case bitmask([String])
  case access
  case path
  case bind
  case complexString
  case complexSize
  case predicates
  case mimeTypes
  case cacheValidity
  case cachePath
  case parameterList

  /// A function of its own in nginx's source.
  case setter(NginxSetter)

  init(_ text: String) {
    if let value = Self.named[text] {
      self = value
    } else if text.hasPrefix("enum:") {
      self = .enumeration(text.dropFirst(5).split(separator: "|").map(String.init))
    } else if text.hasPrefix("bitmask:") {
      self = .bitmask(text.dropFirst(8).split(separator: "|").map(String.init))
    } else {
      self = NginxSetter(rawValue: text).map { .setter($0) } ?? .anything
    }
  }

  private static let named: [String: NginxValue] = [
    "-": .anything, "flag": .flag, "ngx_conf_set_str_slot": .string,
    "ngx_conf_set_str_array_slot": .stringList, "key value list": .keyValueList,
    "number": .number, "size": .size, "offset": .offset, "time(ms)": .milliseconds,
    "time(s)": .seconds, "buffers": .buffers, "access": .access, "ngx_conf_set_path_slot": .path,
    "bind": .bind, "complex string": .complexString, "complex size": .complexSize,
    "predicate list": .predicates, "mime types list": .mimeTypes,
    "cache valid list": .cacheValidity, "cache path": .cachePath, "param list": .parameterList,
  ]
}
