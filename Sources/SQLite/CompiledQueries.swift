/// Queries compiled ahead, each for one use.
///
/// A class, because a connection that is only borrowed gives them away.
final class CompiledQueries {
  private var statements: [String: Holder] = [:]

  func add(_ statement: consuming Statement, for sql: String) {
    statements[sql] = Holder(statement)
  }

  /// The statement of a query, if it was compiled and nobody took it yet.
  func take(_ sql: String) -> Statement? {
    statements.removeValue(forKey: sql)?.take()
  }

  /// A dictionary holds nothing that cannot be copied.
  private final class Holder {
    private var statement: Statement?

    init(_ statement: consuming Statement) {
      self.statement = consume statement
    }

    func take() -> Statement? {
      statement.take()
    }
  }
}
