import Dockerfile

/// The operations of a build in the words of the recordings.
struct DockerfileOperations {
  /// What each stage does, in order.
  private(set) var stages: [[String]] = []

  /// What is fetched or written before it can be copied; a build takes these in any order.
  private(set) var sources: Set<String> = []

  private let build: DockerfileBuild
  private var usesContext = false

  init(_ build: DockerfileBuild) {
    self.build = build
    for stage in build.stages {
      var lines: [String] = []
      var isEmpty = isUntouched(stage.base)
      for step in stage.steps {
        lines += operations(of: step.operation, isFirst: isEmpty)
        isEmpty = false
      }
      stages.append(lines)
    }
    if usesContext { sources.insert(contextSource) }
  }

  /// Whether a recorded list holds the same operations, each stage's in its order.
  func agree(with recorded: [String]) -> Bool {
    let isSource = { (line: String) in line.hasPrefix("source ") || line.hasPrefix("mkfile ") }
    var waiting = recorded.filter { !isSource($0) }
    guard Set(recorded.filter(isSource)) == sources, waiting.count == stages.joined().count
    else { return false }
    for stage in stages {
      var position = waiting.startIndex
      for line in stage {
        guard let found = waiting[position...].firstIndex(of: line) else { return false }
        waiting.remove(at: found)
        position = found
      }
    }
    return true
  }

  private func isUntouched(_ base: StageBuild.Base) -> Bool {
    guard case .stage(let index) = base,
      let stage = build.stages.first(where: { $0.stage.index == index })
    else { return true }
    return stage.steps.isEmpty && isUntouched(stage.base)
  }

  private mutating func operations(of operation: BuildOperation, isFirst: Bool) -> [String] {
    switch operation {
    case .run(let run):
      return [line(of: run)]
    case .copy(let copy):
      let isOnScratch = isFirst || copy.isLinked
      let lines = copy.sources.map { line(of: $0, copy, isOnScratch: isOnScratch) }
      return copy.isLinked && copy.mode == nil && !isFirst ? lines + ["merge"] : lines
    case .makeFolder(let path, let user):
      let owner = owner(user.text.isEmpty ? nil : user.text, isOnScratch: isFirst)
      return ["mkdir \(path.text) mode=755 parents=true owner=\(owner)"]
    }
  }

  private mutating func line(of run: RunOperation) -> String {
    if let file = run.file {
      sources.insert("mkfile /\(file.name) mode=755 data=\(file.content.text.goQuoted)")
    }
    if run.mounts.contains(where: { $0.type == "bind" && $0.from.isEmpty }) { usesContext = true }
    let environment = run.environment.variables.map { "\($0.name)=\($0.value.text)".goQuoted }
    let words = run.words.map(\.goQuoted).joined(separator: " ")
    return "exec [\(words)] cwd=\(run.workingDirectory.text) user=\(run.user.text) "
      + "env=[\(environment.joined(separator: " "))] mounts=[\(mounts(of: run).joined(separator: " "))]"
  }

  /// The mounts by their targets, then secrets and keys.
  private func mounts(of run: RunOperation) -> [String] {
    let isPrivate = { (mount: Mount) in mount.type == "secret" || mount.type == "ssh" }
    var mounts = run.mounts.filter { !isPrivate($0) }.map { ($0.type, $0.target) }
    if run.file != nil { mounts.append(("bind", "/dev/pipes/")) }
    mounts.sort { $0.1 < $1.1 }
    mounts += run.mounts.filter { isPrivate($0) && !$0.target.isEmpty }.map { ($0.type, $0.target) }
    return mounts.map { "\($0.0.uppercased()):\($0.1)" }
  }

  private mutating func line(
    of source: CopySource, _ copy: CopyOperation, isOnScratch: Bool
  ) -> String {
    note(source, copy)
    let isLocal: Bool
    switch source.origin {
    case .context, .stage, .image: isLocal = true
    case .url, .git, .inline: isLocal = false
    }
    var mode = -1
    if let text = copy.mode?.text {
      if case .octal(let number) = FileModeText(text) { mode = number } else { mode = 0 }
    }
    return "copy src=\(source.path.text.goQuoted) dest=\(copy.destination.text.goQuoted) "
      + "owner=\(owner(copy.owner?.text, isOnScratch: isOnScratch)) mode=\(mode) createDest=true "
      + "wildcard=\(isLocal) allowEmpty=\(isLocal) unpack=\(source.unpacks) dirContents=\(isLocal)"
  }

  private mutating func note(_ source: CopySource, _ copy: CopyOperation) {
    switch source.origin {
    case .context:
      usesContext = true
    case .stage, .image:
      break
    case .url(let address, let name):
      let checksum = copy.checksum.map { "http.checksum=\($0) " } ?? ""
      sources.insert("source \(address) [\(checksum)http.filename=\(name)]")
    case .git(let reference):
      let attributes = copy.keepsGitFolder ? "git.keepgitdir=true" : ""
      sources.insert("source \(reference.identifier) [\(attributes)]")
    case .inline(let file):
      sources.insert("mkfile /\(file.name) mode=644 data=\(file.content.text.goQuoted)")
    }
  }

  private func owner(_ text: String?, isOnScratch: Bool) -> String {
    guard let text else { return "<nil>" }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let input = isOnScratch ? " input:-1" : ""
    let sides = zip(["user", "group"], parts).map { side, name in
      if let number = UInt32(name) { return "\(side):{byID:\(number)}" }
      return name.isEmpty ? "\(side):{byID:0}" : "\(side):{byName:{name:\"\(name)\"\(input)}}"
    }
    return sides.joined(separator: " ")
  }

  private var contextSource: String {
    let paths = Set(build.stages.flatMap(\.contextPaths))
    let listed = paths.contains("/") ? [] : paths.map { String($0.dropFirst()) }.sorted()
    let quoted = listed.map { "\"\($0)\"" }.joined(separator: ",")
    return "source local://context [\(listed.isEmpty ? "" : "local.followpaths=[\(quoted)]")]"
  }
}
