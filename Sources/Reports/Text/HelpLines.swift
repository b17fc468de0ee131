/// The lines of helps, laid out once: all findings of a rule have the same.
final class HelpLines {
  private struct Key: Hashable {
    let help: String
    let width: Int?
  }

  private var known: [Key: [String]] = [:]

  func lines(of help: String, width: Int?) -> [String] {
    let key = Key(help: help, width: width)
    if let lines = known[key] { return lines }
    let lines = TextMarkdown(width: width).lines(of: Printable.lines(help))
    known[key] = lines
    return lines
  }
}
