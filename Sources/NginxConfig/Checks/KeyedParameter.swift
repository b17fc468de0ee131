/// A parameter such as `inactive=10m`: what must follow, and how nginx names it when it does not.
struct KeyedParameter {
  let key: String
  let kind: Kind

  /// What nginx calls invalid.
  let complaint: String

  /// Whether the message shows the value alone, without the key.
  var showsValueAlone = false

  enum Kind {
    /// The word alone, without a value.
    case word
    case anything
    case integer(ClosedRange<Int>)
    case size
    case positiveSize
    case offset
    case milliseconds
    case positiveMilliseconds
    case seconds
    case oneOf([String])
  }

  func accepts(_ value: ByteText) -> Bool {
    switch kind {
    case .word, .anything: true
    case .integer(let range): NginxNumber.integer(value).map(range.contains) ?? false
    case .size: NginxNumber.size(value) != nil
    case .positiveSize: NginxNumber.size(value) ?? 0 > 0
    case .offset: NginxNumber.offset(value) != nil
    case .milliseconds: NginxTime.milliseconds(value) != nil
    case .positiveMilliseconds: NginxTime.milliseconds(value) ?? 0 > 0
    case .seconds: NginxTime.seconds(value) != nil
    case .oneOf(let words): words.contains(where: value.isText)
    }
  }

  /// The value in a parameter of this key; nil where the parameter is another.
  func value(in parameter: ByteText) -> ByteText? {
    if case .word = kind { return parameter.isText(key) ? parameter : nil }
    return parameter.after(key)
  }
}

extension NginxLoader {
  /// Checks parameters against a list of keys; false where nginx would stop.
  mutating func check(
    _ statement: Statement, from first: Int, keys: [KeyedParameter], unknown: String = "parameter"
  ) -> Bool {
    guard first < statement.count else { return true }
    return check(statement, words: first..<statement.count, keys: keys, unknown: unknown)
  }

  mutating func check(
    _ statement: Statement, words: Range<Int>, keys: [KeyedParameter],
    unknown: String = "parameter"
  ) -> Bool {
    for word in words {
      let parameter = statement.cString(word)
      guard let (key, value) = match(parameter, keys) else {
        refuse(invalid: unknown, statement, word: word)
        return false
      }
      guard key.accepts(value) else {
        let shown = key.showsValueAlone ? value.printable : parameter.printable
        refuse(.invalid(key.complaint, shown), statement, word: word)
        return false
      }
    }
    return true
  }

  private func match(
    _ parameter: ByteText, _ keys: [KeyedParameter]
  ) -> (KeyedParameter, ByteText)? {
    for key in keys {
      if let value = key.value(in: parameter) { return (key, value) }
    }
    return nil
  }
}
