import Machine

extension ShellRun {
  /// Programs that bring files whose content nobody can tell.
  mutating func fetch(_ line: CommandLine) -> CommandOutcome {
    switch line.name {
    case "curl": return download(line, named: ["o", "output"], takesName: ["O", "remote-name"])
    case "wget": return download(line, named: ["O", "output-document"], takesName: nil)
    case "tar": return unpack(line)
    case "git": return checkOut(line)
    default:
      let options = CommandOptions(line.arguments, taking: ["d", "x"])
      doubtContents(of: options.value("d") ?? state.folder)
      return .unknown
    }
  }

  private mutating func download(
    _ line: CommandLine, named: [String], takesName: [String]?
  ) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: Self.downloadValues.union(named))
    output = nil
    let folder = options.value("P", "directory-prefix", "output-dir").map { $0 + "/" } ?? ""
    if let target = named.lazy.compactMap({ options.value($0) }).first {
      if target != "-" { write(nil, to: folder + target, appends: false) }
      return .unknown
    }
    let takes = takesName.map { names in names.contains { options.has($0) } } ?? true
    guard takes else { return .unknown }
    for address in options.operands {
      let plain = address.prefix { $0 != "?" && $0 != "#" }
      let name = plain.split(separator: "/").last.map(String.init) ?? "index.html"
      write(nil, to: folder + name, appends: false)
    }
    return .unknown
  }

  private static let downloadValues: Set<String> = [
    "H", "header", "d", "data", "u", "user", "A", "user-agent", "X", "request", "m", "max-time",
    "retry", "connect-timeout", "e", "x", "proxy", "cacert", "cert", "key", "P",
    "directory-prefix", "T", "timeout", "t", "tries", "output-dir", "post-data",
  ]

  private mutating func unpack(_ line: CommandLine) -> CommandOutcome {
    var arguments = line.arguments
    // The first word may be a bundle without its dash: `tar xzf file`.
    if let first = arguments.first, !first.hasPrefix("-") { arguments[0] = "-" + first }
    let options = CommandOptions(
      arguments, taking: ["f", "C", "file", "directory", "strip-components"])
    if options.has("c", "create") {
      if let file = options.value("f", "file"), file != "-" { write(nil, to: file, appends: false) }
      output = nil
      return .unknown
    }
    guard options.has("x", "extract", "get") else { return .unknown }
    doubtContents(of: options.value("C", "directory") ?? state.folder)
    return .unknown
  }

  private mutating func checkOut(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments, taking: ["C", "b", "branch", "depth", "c", "o", "origin", "reference"])
    output = nil
    switch options.operands.first {
    case "clone":
      let operands = options.operands.dropFirst()
      guard let address = operands.first else { return .fails }
      var name = address.split(separator: "/").last.map(String.init) ?? String(Unknown.mark)
      if name.hasSuffix(".git") { name.removeLast(4) }
      let target = operands.count > 1 ? operands[operands.startIndex + 1] : name
      guard let path = known(target) else { return .unknown }
      image.tree.makeFolder(path, like: newNode(.folder, mode: 0o755))
      doubtContents(of: path)
      image.tree.makeFolder(path + "/.git", like: newNode(.folder, mode: 0o755))
      doubtContents(of: path + "/.git")
      return .unknown
    case "init":
      let target = options.operands.count > 1 ? options.operands[1] : "."
      guard let path = known(target + "/.git") else { return .unknown }
      image.tree.makeFolder(path, like: newNode(.folder, mode: 0o755))
      doubtContents(of: path)
      return .unknown
    case "config", "rev-parse", "describe", "status", "log", "version":
      return .unknown
    default:
      doubtContents(of: state.folder)
      return .unknown
    }
  }

  /// Says that files below a folder may have been written; those that are there stay.
  private mutating func doubtContents(of operand: String) {
    guard let path = known(operand) else { return }
    guard path != "/" else {
      image.tree.open(below: "/") { _ in false }
      image.tree.forgetAbsences { _ in false }
      return
    }
    doubtFolder(path)
    image.tree.updateAll(below: path) { node in
      if node.kind == .file { node.content = .unknown }
    }
  }
}
