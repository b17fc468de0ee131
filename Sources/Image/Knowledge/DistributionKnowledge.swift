/// What is known of a distribution, for the releases that a base image may be.
struct DistributionKnowledge: Sendable {
  let name: String
  let candidates: [Candidate]
  private let own: KnowledgeFile

  /// The distribution whose packages it takes over, and the releases that its own stand for there.
  private let like: KnowledgeFile?
  private let likeCandidates: [Candidate]

  init(_ file: KnowledgeFile, candidates: [Candidate]) {
    own = file
    self.candidates = candidates
    name = file.headerWords("distribution").first.map(String.init) ?? ""
    like = file.headerWords("like").first.flatMap { KnowledgeLibrary.file(String($0)) }
    let twins = file.header.filter { $0.verb == "as" && $0.words.count == 2 }
    likeCandidates = candidates.map { candidate in
      var candidate = candidate
      let twin = twins.first { Version($0.words[0]) == candidate.version }
      candidate.version = twin.flatMap { Version($0.words[1]) }
      return candidate
    }
  }

  var manager: InstalledPackage.Manager? {
    own.headerWords("manager").first.flatMap { InstalledPackage.Manager(rawValue: String($0)) }
  }

  var baseFacts: [Fact] {
    facts(of: "base", named: "") ?? []
  }

  /// What the distribution's own image says of its containers.
  func facts(ofImage name: String) -> [Fact] {
    facts(of: "image", named: name) ?? []
  }

  /// What a package brings; nil for one that is not described.
  func packageFacts(_ name: String) -> [Fact]? {
    if let facts = facts(of: "package", named: name) { return facts }
    let pattern = own.widest(matching: name) ?? like?.widest(matching: name)
    return pattern.flatMap { facts(of: "package", named: $0) }
  }

  /// Whether a package brings no users, and nothing that is described.
  func isQuiet(_ name: String) -> Bool {
    [own, like].contains { file in
      file?.sections.contains { section in
        section.kind == "quiet" && section.names.contains { matches(name, pattern: $0) }
      } ?? false
    }
  }

  /// Words that a package's name must have before it can bring a path that has them.
  var stems: [Substring] {
    own.headerWords("stem")
  }

  /// The month since which each of the releases that it may be gets no fixes; nil where one may get some.
  var supportEnded: String? {
    let ends = candidates.map { candidate in
      own.header.first { line in
        guard line.verb == "ended", let release = line.words.first.flatMap({ Version($0) }) else {
          return false
        }
        return candidate.version?.parts.starts(with: release.parts) ?? false
      }?.words[1]
    }
    guard !ends.isEmpty, ends.allSatisfy({ $0 != nil }) else { return nil }
    return ends.compactMap(\.self).max().map(String.init)
  }

  /// All paths that described packages bring.
  var packagedPaths: Set<String> {
    paths { _ in true }
  }

  /// The paths of packages that others pull in without anybody asking for them.
  var commonPaths: Set<String> {
    let common = Set(own.headerWords("common"))
    return paths { section in section.names.contains(where: common.contains) }
  }

  private func paths(in isWanted: (KnowledgeFile.Section) -> Bool) -> Set<String> {
    var paths: Set<String> = []
    let writer = FactWriter(origin: .baseImage, span: nil)
    for (file, candidates) in [(like, likeCandidates), (own, candidates)] {
      for section in file?.sections ?? [] where section.kind == "package" && isWanted(section) {
        for statement in section.statements {
          for fact in statement.facts(for: candidates) { paths.formUnion(writer.paths(fact)) }
        }
      }
    }
    return paths
  }

  private func facts(of kind: Substring, named name: some StringProtocol) -> [Fact]? {
    let theirs = like?.statements(of: kind, named: name)?.flatMap { $0.facts(for: likeCandidates) }
    let mine = own.statements(of: kind, named: name)?.flatMap { $0.facts(for: candidates) }
    guard theirs != nil || mine != nil else { return nil }
    return (theirs ?? []) + (mine ?? [])
  }
}

extension KnowledgeFile {
  /// The name of the package section with a `*` that fits a name best.
  func widest(matching name: String) -> Substring? {
    sections.filter { $0.kind == "package" }.flatMap(\.names)
      .filter { $0.hasSuffix("*") && matches(name, pattern: $0) }
      .max { $0.utf8.count < $1.utf8.count }
  }
}

/// Whether a name fits a pattern that may have one `*`, at either end.
private func matches(_ name: String, pattern: Substring) -> Bool {
  if pattern.hasPrefix("*") { return name.hasSuffix(pattern.dropFirst()) }
  guard let star = pattern.firstIndex(of: "*") else { return name == pattern }
  let head = pattern[..<star]
  let tail = pattern[pattern.index(after: star)...]
  return name.utf8.count >= head.utf8.count + tail.utf8.count && name.hasPrefix(head)
    && name.hasSuffix(tail)
}
