extension ShellRun {
  /// `envsubst`: puts variables of the environment in, all of them or those that its argument names.
  ///
  /// Those that are not set become nothing; `envsubst_defined`, as the entrypoint of nginx's images
  /// does it, leaves them.
  mutating func substitute(_ line: CommandLine) -> CommandOutcome {
    output = nil
    guard let input, !line.arguments.contains(where: Unknown.isIn) else { return .unknown }
    let named = line.arguments.first.map { TemplateText(Array($0.utf8)).names }
    var result: [UInt8] = []
    for piece in TemplateText(input).pieces {
      guard let name = piece.name, named?.contains(name) != false else {
        result += piece.bytes
        continue
      }
      if let value = state.variables[name] {
        guard !Unknown.isIn(value) else { return .unknown }
        result += value.utf8
      } else if mayBeGiven(name) {
        return .unknown
      } else if line.name == "envsubst_defined" {
        result += piece.bytes
      }
    }
    output = result
    return .succeeds
  }

  /// Whether whoever starts the container may set a variable; nobody sets `$host` or `$uri`.
  private func mayBeGiven(_ name: String) -> Bool {
    !state.isEnvironmentComplete && name.contains(where: \.isUppercase)
  }
}

/// A text with references to variables, `$NAME` and `${NAME}`, as GNU gettext's `envsubst` reads it.
private struct TemplateText {
  struct Piece {
    var bytes: [UInt8]

    /// The variable that is referred to; nil for text that stays.
    var name: String?
  }

  private(set) var pieces: [Piece] = []

  var names: Set<String> { Set(pieces.compactMap(\.name)) }

  init(_ text: [UInt8]) {
    var rest = text[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      pieces.append(Piece(bytes: Array(rest[..<dollar])))
      rest = rest[dollar...]
      let reference = Self.reference(at: rest)
      let end = reference?.end ?? rest.index(after: dollar)
      pieces.append(Piece(bytes: Array(rest[..<end]), name: reference?.name))
      rest = rest[end...]
    }
    pieces.append(Piece(bytes: Array(rest)))
  }

  /// The reference that a dollar begins; nil where it begins none.
  private static func reference(at text: ArraySlice<UInt8>) -> (name: String, end: Int)? {
    var start = text.startIndex + 1
    let isBraced = text.indices.contains(start) && text[start] == UInt8(ascii: "{")
    if isBraced { start += 1 }
    let name = text[min(start, text.endIndex)...].prefix(while: isOfName)
    guard let first = name.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return nil
    }
    var end = name.endIndex
    if isBraced {
      guard text.indices.contains(end), text[end] == UInt8(ascii: "}") else { return nil }
      end += 1
    }
    return (String(decoding: name, as: UTF8.self), end)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
