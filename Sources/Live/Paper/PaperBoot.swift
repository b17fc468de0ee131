package import Boot
import Machine
import SourceText

/// A running container, booted on paper: what its own files say that it should do.
package struct PaperBoot: Sendable {
  package var stack: Stack

  /// Boots the container with the files that were fetched from it.
  package init(_ container: LiveContainer, tree: LiveTree) {
    var sources = SourceFiles()
    let words = container.command
    let description = Self.description(of: container)
    let file = sources.add(
      path: "inspection of \(container.name)", bytes: Array(description.text.utf8))
    let span = SourceSpan(
      file: file.id, start: description.command.lowerBound, end: description.command.upperBound)
    let accounts = Self.accounts(tree)
    var paper = Container(
      files: tree, accounts: accounts, command: words.map { Argument($0, span: span) },
      commandSpan: span, environment: Self.environment(container),
      workingDirectory: container.workingDirectory,
      user: Self.user(container.user, accounts), distribution: nil,
      machine: MachineFacts(cores: container.cores))
    let boot = Booter.boot(&paper, sources: &sources)
    stack = Stack(
      path: container.name, source: .container, sources: sources, container: paper, boot: boot,
      anchor: span)
  }

  /// A text to point into: the engine's description has no file of its own.
  private static func description(
    of container: LiveContainer
  ) -> (text: String, command: Range<Int>) {
    let head =
      "image: \(container.image)\nworking directory: \(container.workingDirectory)\n"
      + "user: \(container.user.isEmpty ? "root" : container.user)\ncommand: "
    let command = container.command.joined(separator: " ")
    return (head + command + "\n", head.utf8.count..<(head.utf8.count + command.utf8.count))
  }

  private static func environment(_ container: LiveContainer) -> Environment {
    let pairs = container.environment.map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    return Environment(values: Dictionary(pairs) { $1 }, isComplete: true)
  }

  private static func accounts(_ tree: LiveTree) -> Accounts {
    let text = { (path: String) -> String? in
      guard case .file(let bytes, _) = tree.lookup(path) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let users = text("/etc/passwd"), let groups = text("/etc/group") else {
      return Accounts(isComplete: false)
    }
    return Accounts(
      users: Survey.users(users), groups: Survey.groups(groups), isComplete: true)
  }

  /// `USER` may be a name or a number, and may name a group after a colon.
  private static func user(_ text: String, _ accounts: Accounts) -> ProcessUser {
    guard let name = text.split(separator: ":").first.map(String.init) else { return .root }
    let user = Int(name).map { accounts.user(id: $0) } ?? accounts.user(named: name)
    guard let user = user.value else {
      return ProcessUser(name: Int(name) == nil ? name : nil, id: Int(name), groupID: nil)
    }
    return ProcessUser(name: user.name, id: user.id, groupID: user.groupID)
  }
}
