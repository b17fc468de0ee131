/// What a `location` matches.
struct NginxLocation {
  enum Kind: Sendable {
    case prefix
    case strictPrefix
    case exact
    case pattern
    case patternIgnoringCase
    case named
  }

  let kind: Kind

  /// The prefix, the whole path or the pattern, without its modifier.
  let name: ByteText

  /// Whether it is a pattern.
  var isPattern: Bool { kind == .pattern || kind == .patternIgnoringCase }

  /// Reads the words of a `location`; nil where the modifier is none (`ngx_http_core_location`).
  init?(_ statement: Statement) {
    self.init(
      modifier: statement.count == 3 ? statement[1] : nil,
      name: statement[statement.count == 3 ? 2 : 1]
    )
  }

  init?(modifier: ByteText?, name: ByteText) {
    guard let modifier else {
      self.init(word: name)
      return
    }
    let kinds: [(String, Kind)] = [
      ("=", .exact), ("^~", .strictPrefix), ("~", .pattern), ("~*", .patternIgnoringCase),
    ]
    guard let kind = kinds.first(where: { modifier.isText($0.0) })?.1 else { return nil }
    self.init(kind: kind, name: name)
  }

  private init(kind: Kind, name: ByteText) {
    self.kind = kind
    self.name = name
  }

  private init(word: ByteText) {
    if word.first == Ascii.equals {
      self.init(kind: .exact, name: word.dropFirst())
    } else if let rest = word.after("^~") {
      self.init(kind: .strictPrefix, name: rest)
    } else if let rest = word.after("~*") {
      self.init(kind: .patternIgnoringCase, name: rest)
    } else if word.first == UInt8(ascii: "~") {
      self.init(kind: .pattern, name: word.dropFirst())
    } else {
      self.init(kind: word.first == UInt8(ascii: "@") ? .named : .prefix, name: word)
    }
  }
}
