import FoundationEssentials

/// Writes a Swift file that holds text files: `embed-text OUTPUT FOLDER FILE…`.
///
/// It depends on nothing, because it is built for the machine that builds.
@main
struct EmbedText {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { throw Usage() }
    let folder = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
    let entries = try arguments.dropFirst(2).map { path in
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return entry(name: String(path.dropFirst(folder.count)), text: text)
    }
    try write(source(entries), to: arguments[0])
  }

  private static func source(_ entries: [String]) -> String {
    """
    /// The files of a folder of this package, compiled in.
    enum EmbeddedText {
      static let files: [(path: String, text: String)] = [
    \(entries.joined(separator: ",\n"))
      ]
    }

    """
  }

  private static func entry(name: String, text: String) -> String {
    let marks = String(repeating: "#", count: longestRunOfMarks(in: text) + 1)
    // The compiler reads CR LF in a literal as LF alone.
    let pieces = text.utf8.split(separator: UInt8(ascii: "\r"), omittingEmptySubsequences: false)
    let text = pieces.map { String(Substring($0)) }.joined(separator: "\\\(marks)r")
    return """
          (\(marks)"\(name)"\(marks), \(marks)\"\"\"
      \(text)
      \"\"\"\(marks))
      """
  }

  /// A raw string literal needs one mark more than any run of them in its text.
  private static func longestRunOfMarks(in text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "#") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// Leaves a file that would not change alone, so that nothing is compiled again.
  private static func write(_ source: String, to path: String) throws {
    if let old = try? String(contentsOfFile: path, encoding: .utf8), old == source { return }
    try source.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

struct Usage: Error, CustomStringConvertible {
  let description = "usage: embed-text OUTPUT FOLDER FILE…"
}
