package import SourceText

/// A variable that `environment=` sets.
package struct EnvironmentPair: Sendable {
  package let name: String

  /// Nil where the text is not known.
  package let value: String?

  /// The pair, from the name to the end of the value.
  package let span: SourceSpan?
}

/// Reads `KEY="value",KEY2=value2` as `dict_of_key_value_pairs` does up to supervisor 4.3.0.
///
/// That is Python's `shlex` in its old mode: quotes only count at the start of a token, and the
/// token after each pair is taken for a comma, whatever it is.
struct EnvironmentPairs {
  private let text: TracedText
  private var position = 0

  static func parse(_ text: TracedText) throws(BadValue) -> [EnvironmentPair] {
    var reader = EnvironmentPairs(text: text)
    let tokens = try reader.tokens()
    var pairs: [EnvironmentPair] = []
    var index = 0
    while index < tokens.count {
      guard index + 2 < tokens.count, tokens[index + 1].string == "=" else {
        throw .unfinishedPairs(text.string)
      }
      let name = tokens[index]
      let value = tokens[index + 2]
      let span = name.span.flatMap { start in value.span.map { start.joined(with: $0) } }
      let isKnown = !name.hasUnknownPart && !value.hasUnknownPart
      let stripped = value.string.trimmingQuotes
      pairs.append(
        EnvironmentPair(name: name.string, value: isKnown ? stripped : nil, span: span)
      )
      index += 4
    }
    return pairs.lastOfEachName
  }

  private init(text: TracedText) {
    self.text = text
  }

  private mutating func tokens() throws(BadValue) -> [TracedText] {
    var tokens: [TracedText] = []
    while let token = try nextToken() { tokens.append(token) }
    return tokens
  }

  private var peek: Unicode.Scalar? {
    guard position < text.scalars.count else { return nil }
    let scalar = text.scalars[position]
    // What is not known is taken for part of a word, as it is meant to be.
    return scalar.isUnknown ? "_" : scalar.value
  }

  private mutating func nextToken() throws(BadValue) -> TracedText? {
    skipBlanksAndComments()
    guard let first = peek else { return nil }
    let start = position
    position += 1
    if first == "'" || first == "\"" {
      while let scalar = peek {
        position += 1
        if scalar == first { return text[start..<position] }
      }
      throw .noClosingQuotation
    }
    return first.isWordScalar ? word(from: start) : text[start..<position]
  }

  /// Reads on to the end of a word; a quote inside it is a character like any other.
  private mutating func word(from start: Int) -> TracedText {
    var word = text[start..<position]
    while let scalar = peek {
      if scalar == "#" {
        // In its old mode `shlex` drops the rest of the line and goes on with the same word.
        skipComment()
      } else if scalar.isWordScalar || scalar == "'" || scalar == "\"" {
        word.scalars.append(text.scalars[position])
        position += 1
      } else {
        break
      }
    }
    return word
  }

  private mutating func skipBlanksAndComments() {
    while let scalar = peek {
      if scalar == "#" {
        skipComment()
      } else if scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" {
        position += 1
      } else {
        return
      }
    }
  }

  /// Skips a comment and its line end, as `readline` does.
  private mutating func skipComment() {
    while let scalar = peek {
      position += 1
      if scalar == "\n" { return }
    }
  }
}

extension Unicode.Scalar {
  /// `shlex.wordchars`, and what supervisord adds to them.
  fileprivate var isWordScalar: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "/", ".", "+", "-", "(", ")", ":": true
    default: false
    }
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    let isQuote: (Unicode.Scalar) -> Bool = { $0 == "'" || $0 == "\"" }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isQuote($0) }),
      let last = scalars.lastIndex(where: { !isQuote($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension [EnvironmentPair] {
  /// A name keeps its first place and its last value, as in a Python dictionary.
  fileprivate var lastOfEachName: [EnvironmentPair] {
    var result: [EnvironmentPair] = []
    var indexByName: [String: Int] = [:]
    for pair in self {
      if let index = indexByName[pair.name] {
        result[index] = pair
      } else {
        indexByName[pair.name] = result.count
        result.append(pair)
      }
    }
    return result
  }
}
