import Dockerfile
import SourceText

/// Instructions as BuildKit's parser dumps its syntax tree, a line each.
enum DockerfileTree {
  static func line(of instruction: Instruction) -> String {
    let lines = instruction.lines
    let heredocs = instruction.heredocs.map { heredoc in
      " {heredoc \(heredoc.name) expand=\(heredoc.isExpanded) chomp=\(heredoc.stripsTabs) "
        + "fd=\(heredoc.fileDescriptor) \(heredoc.body.text.goQuoted)}"
    }
    return "\(lines.lowerBound)-\(lines.upperBound) \(node(instruction))\(heredocs.joined())"
  }

  private static func node(_ instruction: Instruction) -> String {
    var parts = [instruction.name.text.lowercased()]
    if !instruction.flags.isEmpty {
      parts.append("[\(instruction.flags.map(\.text.goQuoted).joined(separator: " "))]")
    }
    parts += instruction.arguments.map(\.text.goQuoted)
    for pair in instruction.pairs {
      parts += [pair.key.text, pair.value.text, pair.isLegacy ? "" : "="].map(\.goQuoted)
    }
    parts += instruction.triggers.map { "(\(node($0)))" }
    return parts.joined(separator: " ")
  }
}
