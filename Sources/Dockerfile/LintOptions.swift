/// What a `# check=` directive asks of BuildKit's linter.
struct LintOptions {
  private var skipped: Set<String> = []
  private var experimental: Set<String> = []
  private var skipsAll = false
  private var allowsAllExperimental = false

  /// Whether a warning makes the build fail.
  private(set) var refuses = false

  init(_ directives: [DockerfileDocument.ParserDirective]) {
    guard let check = directives.first(where: { $0.name == "check" }) else { return }
    for field in check.value.split(separator: ";") {
      let parts = field.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let names = parts[1].split(separator: ",").map { $0.trimmingBlanks() }
      switch parts[0].trimmingBlanks() {
      case "skip":
        skipsAll = names.contains("all")
        skipped = Set(names)
      case "experimental":
        allowsAllExperimental = names.contains("all")
        experimental = Set(names)
      case "error":
        refuses = ["1", "t", "true"].contains(parts[1].trimmingBlanks().lowercased())
      default: break
      }
    }
  }

  func allows(_ problem: DockerfileProblem) -> Bool {
    guard let lint = problem.lint else { return true }
    if lint.isExperimental, !allowsAllExperimental, !experimental.contains(lint.rule) {
      return false
    }
    return !skipsAll && !skipped.contains(lint.rule)
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    let start = drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}
