import Boot
import Facts
import Machine
import SQLite

/// The processes of a stack as a tree, with what each one reads, opens and connects to.
struct ProcessTree {
  let stack: Stack
  private let lines: [Int: [String]]

  /// - Throws: `SQLiteError`, which only a defect can cause.
  init(_ stack: Stack) throws {
    self.stack = stack
    let facts = try FactBase.filled(from: stack)
    var lines: [Int: [String]] = [:]
    for row in try facts.rows(Self.query) {
      guard let process = row["process_id"]?.integer, let text = row["line"]?.text else { continue }
      lines[Int(process), default: []].append(text)
    }
    self.lines = lines
  }

  var text: String {
    let service = stack.membership.map { " (\($0.service))" } ?? ""
    var text = "\(stack.path)\(service)\n"
    for process in stack.boot.processes where process.parent == nil {
      append(process, indent: "  ", to: &text)
    }
    if !stack.boot.isComplete {
      text += "  and perhaps more: not all that is started can be known\n"
    }
    return text
  }

  private func append(_ process: BootProcess, indent: String, to text: inout String) {
    text += "\(indent)\(title(of: process))\n"
    for line in lines[process.id] ?? [] {
      text += "\(indent)    \(line)\n"
    }
    for child in stack.boot.processes where child.parent == process.id {
      append(child, indent: indent + "  ", to: &text)
    }
  }

  private func title(of process: BootProcess) -> String {
    let command = process.invocation.arguments.map(\.text).joined(separator: " ")
    let user = process.user.name ?? process.user.id.map(String.init) ?? "an unknown user"
    return "\(command)  (as \(user))"
  }

  /// What is said of each process, in the order of its start.
  private static let query = """
    SELECT process_id, line FROM (
      SELECT id AS process_id, 1 AS place,
        'reads ' || configuration AS line
      FROM process WHERE configuration IS NOT NULL
      UNION ALL
      SELECT process_id, 2, 'workers run as ' || coalesce(user, user_id)
      FROM uwsgi_instance WHERE user IS NOT NULL OR user_id IS NOT NULL
      UNION ALL
      SELECT process_id, 2, 'workers run as ' || coalesce(user, user_id)
      FROM nginx_instance WHERE user IS NOT NULL OR user_id IS NOT NULL
      UNION ALL
      SELECT process_id, 3, 'listens on ' || coalesce(address, 'an unknown address')
        || ' (' || protocol || ')'
        || coalesce(', owner ' || owner_id || ':' || group_id || ', mode ' || printf('%o', mode), '')
      FROM endpoint WHERE process_id IS NOT NULL
      UNION ALL
      SELECT process_id, 4, 'connects to ' || coalesce(address, 'what a variable says')
        || ' (' || protocol || ')' || coalesce(' in service ' || service, '')
      FROM connection
      UNION ALL
      SELECT process_id, 5, 'loads ' || coalesce(module, '?') || ':' || coalesce(callable, '?')
        || coalesce(' from ' || file, '')
      FROM uwsgi_application
    ) ORDER BY process_id, place, line
    """
}
