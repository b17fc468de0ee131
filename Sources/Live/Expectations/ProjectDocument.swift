/// Reads the YAML of `.dovetail.yaml`: mappings, sequences and scalars by indentation, and comments.
///
/// Anchors, tags, flow collections and folded texts are none of it.
package struct ProjectDocument {
  private struct Line {
    var number: Int
    var indentation: Int
    var text: Substring
  }

  /// A line that the reader does not understand.
  package struct Failure: Error, CustomStringConvertible {
    package var line: Int
    package var reason: String

    package var description: String { "line \(line): \(reason)" }
  }

  private var lines: [Line] = []
  private var position = 0

  /// Reads a whole document; an empty one is a mapping without entries.
  package static func read(_ text: String) throws(Failure) -> JSONValue {
    var reader = ProjectDocument()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.drop { $0 == " " }
      guard !content.isEmpty, !content.hasPrefix("#"), content != "---" else { continue }
      if content.hasPrefix("\t") {
        throw Failure(line: index + 1, reason: "a tab cannot indent")
      }
      reader.lines.append(
        Line(number: index + 1, indentation: line.count - content.count, text: content))
    }
    guard let first = reader.lines.first else { return .object([:]) }
    let value = try reader.block(first.indentation, depth: 0)
    if reader.position < reader.lines.count {
      throw Failure(line: reader.lines[reader.position].number, reason: "wrong indentation")
    }
    return value
  }

  private mutating func block(_ indentation: Int, depth: Int) throws(Failure) -> JSONValue {
    guard depth < deepest else {
      throw Failure(line: lines[position].number, reason: "nested too deeply")
    }
    let isSequence = lines[position].text.hasPrefix("- ") || lines[position].text == "-"
    return try isSequence ? sequence(indentation, depth) : mapping(indentation, depth)
  }

  private mutating func sequence(_ indentation: Int, _ depth: Int) throws(Failure) -> JSONValue {
    var values: [JSONValue] = []
    while position < lines.count, lines[position].indentation == indentation,
      lines[position].text.hasPrefix("-")
    {
      let rest = lines[position].text.dropFirst()
      let content = rest.drop { $0 == " " }
      if content.isEmpty {
        position += 1
        values.append(try nested(deeperThan: indentation, depth))
      } else if Self.entry(content) != nil {
        // What follows the dash is the first line of a mapping that is indented up to there.
        let inner = indentation + 1 + (rest.count - content.count)
        lines[position] = Line(
          number: lines[position].number, indentation: inner, text: content)
        values.append(try block(inner, depth: depth + 1))
      } else {
        values.append(Self.scalar(content))
        position += 1
      }
    }
    return .array(values)
  }

  private mutating func mapping(_ indentation: Int, _ depth: Int) throws(Failure) -> JSONValue {
    var members: [String: JSONValue] = [:]
    while position < lines.count, lines[position].indentation == indentation {
      let line = lines[position]
      guard let (key, value) = Self.entry(line.text) else {
        throw Failure(line: line.number, reason: "expected `key: value`")
      }
      guard members[key] == nil else {
        throw Failure(line: line.number, reason: "`\(key)` is given twice")
      }
      position += 1
      members[key] =
        value.isEmpty ? try nested(deeperThan: indentation, depth) : Self.scalar(value)
    }
    return .object(members)
  }

  private mutating func nested(
    deeperThan indentation: Int, _ depth: Int
  ) throws(Failure) -> JSONValue {
    guard position < lines.count else { return .null }
    let next = lines[position]
    // A sequence may stand as deep as the key that it belongs to.
    let isOwn =
      next.indentation > indentation
      || next.indentation == indentation
        && next.text.hasPrefix("- ")
    return isOwn ? try block(next.indentation, depth: depth + 1) : .null
  }

  /// Divides `key: value`; nil for what is none.
  private static func entry(_ text: Substring) -> (key: String, value: Substring)? {
    guard let first = text.first, first != "\"", first != "'" else { return nil }
    var index = text.startIndex
    while let colon = text[index...].firstIndex(of: ":") {
      let after = text.index(after: colon)
      if after == text.endIndex || text[after] == " " {
        let value = withoutComment(text[after...].drop { $0 == " " })
        return (String(text[..<colon]), value)
      }
      index = after
    }
    return nil
  }

  private static func withoutComment(_ text: Substring) -> Substring {
    if let quote = text.first, quote == "\"" || quote == "'" {
      guard let end = text.dropFirst().firstIndex(of: quote) else { return text }
      return text[...end]
    }
    if text.hasPrefix("#") { return "" }
    var value = text.range(of: " #").map { text[..<$0.lowerBound] } ?? text
    while value.last == " " { value.removeLast() }
    return value
  }

  private static func scalar(_ text: Substring) -> JSONValue {
    let text = withoutComment(text)
    if let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote {
      return .string(String(text.dropFirst().dropLast()))
    }
    switch text {
    case "null", "~": return .null
    case "true", "yes", "on": return .bool(true)
    case "false", "no", "off": return .bool(false)
    default: return Double(text).map { .number($0) } ?? .string(String(text))
    }
  }
}

private let deepest = 30
