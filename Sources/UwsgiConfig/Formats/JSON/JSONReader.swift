/// Reads the JSON form as uWSGI does with yajl: comments are allowed, numbers stay as written.
struct JSONReader {
  private enum Value {
    case text(UwsgiText, Range<Int>)
    case object([(key: UwsgiText, range: Range<Int>, value: Value)])
    case array([Value])
  }

  private var lexer: JSONLexer
  private static let maximumDepth = 500

  init(_ units: [UwsgiText.Unit]) {
    lexer = JSONLexer(units.prefix { $0 != 0 })
  }

  /// The members of the object of that name; the first of several counts.
  mutating func options(ofObject name: UwsgiText) throws -> [ReadOption] {
    let root = try value(try lexer.next(), depth: 0)
    guard case .end = try lexer.next() else { throw lexer.failure("parse error: trailing garbage") }
    guard case .object(let members) = root,
      case .object(let options) = members.first(where: { $0.key == name })?.value
    else { throw ReadFailure.noRoot }
    return options.flatMap { option in
      texts(of: option.value).map { text, range in
        ReadOption(name: option.key, value: text, nameRange: option.range, valueRange: range)
      }
    }
  }

  /// One text for a scalar, one for each scalar of an array; all else is passed over.
  private func texts(of value: Value) -> [(UwsgiText, Range<Int>)] {
    switch value {
    case .text(let text, let range): [(text, range)]
    case .array(let items):
      items.compactMap { item in
        if case .text(let text, let range) = item { (text, range) } else { nil }
      }
    case .object: []
    }
  }

  private mutating func value(_ token: JSONLexer.Token, depth: Int) throws -> Value {
    guard depth < Self.maximumDepth else { throw lexer.failure("nested too deeply") }
    switch token {
    case .text(let text, let range), .number(let text, let range): return .text(text, range)
    case .word(let word, let range): return .text(UwsgiText(word == "true" ? "1" : "0"), range)
    case .symbol("{"): return try object(depth: depth)
    case .symbol("["): return try array(depth: depth)
    case .end: throw lexer.failure("parse error: premature EOF")
    case .symbol: throw lexer.failure("parse error: unallowed token at this point in JSON text")
    }
  }

  private mutating func object(depth: Int) throws -> Value {
    var members: [(key: UwsgiText, range: Range<Int>, value: Value)] = []
    var token = try lexer.next()
    if case .symbol("}") = token { return .object([]) }
    while true {
      guard case .text(let key, let range) = token else {
        throw lexer.failure("parse error: invalid object key (must be a string)")
      }
      guard case .symbol(":") = try lexer.next() else {
        throw lexer.failure(
          "parse error: object key and value must be separated by a colon (':')")
      }
      members.append((key, range, try value(try lexer.next(), depth: depth + 1)))
      switch try lexer.next() {
      case .symbol(","): token = try lexer.next()
      case .symbol("}"): return .object(members)
      default:
        throw lexer.failure(
          "parse error: after key and value, inside map, I expect ',' or '}'")
      }
    }
  }

  private mutating func array(depth: Int) throws -> Value {
    var items: [Value] = []
    var token = try lexer.next()
    if case .symbol("]") = token { return .array([]) }
    while true {
      items.append(try value(token, depth: depth + 1))
      switch try lexer.next() {
      case .symbol(","): token = try lexer.next()
      case .symbol("]"): return .array(items)
      default:
        throw lexer.failure("parse error: after array element, I expect ',' or ']'")
      }
    }
  }
}
