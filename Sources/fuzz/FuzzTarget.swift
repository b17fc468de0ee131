import Dockerfile
import ShellScript
import SourceText

/// A parser that can be fed.
enum FuzzTarget: String, CaseIterable {
  case dockerfile
  case shell
  case uwsgi
  case supervisord

  /// Reads an input; anything but a crash or a wrong span will do.
  func read(_ bytes: [UInt8]) {
    var files = SourceFiles()
    let file = files.add(path: "input", bytes: bytes)
    switch self {
    case .dockerfile:
      let document = DockerfileDocument(parsing: file)
      let build = DockerfileBuild(document) { _ in ImageConfiguration() }
      for problem in build.problems {
        precondition(Int(problem.span.end) <= bytes.count, "\(problem) lies outside of the file")
        precondition(!problem.message.isEmpty, "\(problem) has nothing to say")
      }
      for step in build.stages.flatMap(\.steps) {
        if case .run(let run) = step.operation, let script = run.script {
          _ = ShellScript(script)
        }
      }
      _ = IgnoreFile(file).ignores("a/b/c.py")
    case .uwsgi:
      UwsgiFuzz.read(bytes)
    case .supervisord: SupervisorMachine(configuration: bytes).read()
    case .shell:
      let scope = ShellScope(["A": "x y"], isComplete: false, expandsBraces: true)
      for item in ShellScript(file).list.items { expand(item, in: scope) }
    }
  }

  private func expand(_ item: ShellItem, in scope: ShellScope) {
    for command in item.pipelines.flatMap(\.pipeline.commands) {
      guard case .simple(let simple) = command else { continue }
      for word in simple.words { _ = word.expanded(in: scope) }
      for assignment in simple.assignments { _ = assignment.value.text(in: scope) }
    }
  }
}
