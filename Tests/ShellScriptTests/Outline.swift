import ShellScript
import SourceText

/// A script as one line of brackets, so that a test can say what tree it expects.
struct Outline {
  private let scope: ShellScope

  init(_ scope: ShellScope = ShellScope(isComplete: true)) {
    self.scope = scope
  }

  static func of(_ script: String, _ scope: ShellScope = ShellScope(isComplete: true)) -> String {
    Outline(scope).text(ShellScript(source(script)).list)
  }

  static func source(_ text: String) -> SourceFile {
    var files = SourceFiles()
    return files.add(path: "script", bytes: Array(text.utf8))
  }

  private func text(_ list: ShellList) -> String {
    list.items.map(text).joined(separator: " ; ")
  }

  private func text(_ item: ShellItem) -> String {
    let signs: [ShellItem.Condition: String] = [
      .always: "", .afterSuccess: "&& ", .afterFailure: "|| ",
    ]
    let parts = item.pipelines.map { (signs[$0.condition] ?? "") + text($0.pipeline) }
    return parts.joined(separator: " ") + (item.isBackground ? " &" : "")
  }

  private func text(_ pipeline: ShellPipeline) -> String {
    (pipeline.isNegated ? "! " : "") + pipeline.commands.map(text).joined(separator: " | ")
  }

  private func text(_ command: ShellCommand) -> String {
    switch command {
    case .simple(let simple): return text(simple)
    case .subshell(let list, let redirections):
      return "(\(text(list)))" + redirections.map(text).joined()
    case .group(let list, let redirections):
      return "{\(text(list))}" + redirections.map(text).joined()
    case .conditional(let conditional):
      let branches = conditional.branches.map { "if \(text($0.condition)) then \(text($0.body))" }
      let otherwise = conditional.otherwise.map { " else \(text($0))" } ?? ""
      return branches.joined(separator: " ") + otherwise
    case .forLoop(let loop):
      let words = loop.words.map { $0.map(text).joined(separator: " ") } ?? "$@"
      return "for \(loop.variable) in \(words) do \(text(loop.body))"
    case .whileLoop(let loop):
      return "\(loop.isUntil ? "until" : "while") \(text(loop.condition)) do \(text(loop.body))"
    case .choice(let choice):
      let branches = choice.branches.map { branch in
        "\(branch.patterns.map(text).joined(separator: "|"))) \(text(branch.body))"
      }
      return "case \(text(choice.subject)) " + branches.joined(separator: " ;; ")
    case .function(let name, let body): return "\(name)() \(text(body))"
    case .unknown: return "?"
    }
  }

  private func text(_ command: SimpleCommand) -> String {
    let assignments = command.assignments.map {
      "\($0.name)\($0.appends ? "+" : "")=\(text($0.value))"
    }
    let words = command.words.map(text)
    return (assignments + words).joined(separator: " ") + command.redirections.map(text).joined()
  }

  private func text(_ redirection: ShellRedirection) -> String {
    let body = redirection.body.map { " \"\($0.text(in: scope).text)\"" } ?? ""
    let descriptor = redirection.descriptor.map { "\($0)" } ?? ""
    return " <\(descriptor) \(redirection.kind) \(text(redirection.target))\(body)>"
  }

  private func text(_ word: ShellWord) -> String {
    let expansion = word.expanded(in: scope)
    let fields = expansion.fields.map { field in
      field.unknown.isEmpty
        ? "[\(field.isPattern ? "glob " : "")\(field.isPattern ? field.pattern : field.text)]"
        : "[\(field.text)?\(field.unknown.joined(separator: ","))]"
    }
    return fields.joined() + (expansion.isCountKnown ? "" : "*")
  }
}
