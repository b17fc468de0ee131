/// What programs do to files, from `knowledge/commands.txt`.
enum CommandEffect: String, Sendable {
  case reads
  case here
  case system
  case runs
  case python

  /// The effect of a program; nil where nobody can tell it.
  static func of(_ program: String) -> CommandEffect? {
    table[program]
  }

  private static let table: [String: CommandEffect] = {
    var table: [String: CommandEffect] = [:]
    for statement in KnowledgeLibrary.file("commands")?.header ?? [] {
      guard let effect = CommandEffect(rawValue: String(statement.verb)) else { continue }
      for word in statement.words { table[String(word)] = effect }
    }
    return table
  }()
}
