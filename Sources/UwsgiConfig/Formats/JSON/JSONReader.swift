/// Reads the JSON form as uWSGI does with either library (`core/json.c`).
struct JSONReader {
  private enum Value {
    case text(UwsgiText, Range<Int>)
    case object([(key: UwsgiText, range: Range<Int>, value: Value)])
    case array([Value])

    /// A number that jansson has no integer for; uWSGI passes it over.
    case real
  }

  private let library: JSONLibrary
  private var lexer: JSONLexer
  private static let maximumDepth = 500

  init(_ units: [UwsgiText.Unit], library: JSONLibrary) {
    self.library = library
    lexer = JSONLexer(units.prefix { $0 != 0 }, library: library)
  }

  /// The members of the object of that name; the first of several counts.
  mutating func options(ofObject name: UwsgiText) throws -> [ReadOption] {
    let root = try value(try lexer.next(), depth: 0)
    if library == .jansson, case .text = root { throw lexer.failure("'[' or '{' expected") }
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
    case .object, .real: []
    }
  }

  private mutating func value(_ token: JSONLexer.Token, depth: Int) throws -> Value {
    guard depth < Self.maximumDepth else { throw lexer.failure("nested too deeply") }
    switch token {
    case .text(let text, let range): return .text(text, range)
    case .number(let text, let range): return try number(text, range)
    case .word(let word, let range): return .text(UwsgiText(word == "true" ? "1" : "0"), range)
    case .symbol("{"): return try object(depth: depth)
    case .symbol("["): return try array(depth: depth)
    case .end: throw lexer.failure("parse error: premature EOF")
    case .symbol: throw lexer.failure("parse error: unallowed token at this point in JSON text")
    }
  }

  /// yajl keeps the text of a number; jansson's integers go through 32 bits and ten characters.
  private func number(_ text: UwsgiText, _ range: Range<Int>) throws -> Value {
    guard library == .jansson, text.isKnown else { return .text(text, range) }
    guard text.units.allSatisfy({ UwsgiText.isDigit($0) || $0 == UInt16(ascii: "-") }) else {
      return .real
    }
    guard let number = Int64(text.description) else { throw lexer.failure("too big integer") }
    let shown = String(Int32(truncatingIfNeeded: number)).prefix(10)
    return .text(UwsgiText(shown), range)
  }

  /// jansson keeps the last value of a name, in the place of the first.
  private func merged(
    _ members: [(key: UwsgiText, range: Range<Int>, value: Value)]
  ) -> Value {
    guard library == .jansson else { return .object(members) }
    var places: [UwsgiText: Int] = [:]
    var merged: [(key: UwsgiText, range: Range<Int>, value: Value)] = []
    for member in members {
      if let place = places[member.key] {
        merged[place].value = member.value
      } else {
        places[member.key] = merged.count
        merged.append(member)
      }
    }
    return .object(merged)
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
      case .symbol("}"): return merged(members)
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
