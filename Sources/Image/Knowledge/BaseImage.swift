/// The knowledge that an image reference leads to.
struct BaseImage {
  let distribution: DistributionKnowledge

  /// What the image adds to its distribution; empty for the distribution's own image.
  let facts: [Fact]

  /// Finds what is known of an image, such as `python` with the tag `3.12-slim`; nil where nothing is.
  init?(name: String, tag text: String, isPinned: Bool = false) {
    guard let file = KnowledgeLibrary.file(describingImage: name) else { return nil }
    let tag = ImageTag(text)
    // What its ONBUILD instructions bring, such as an application's packages, is not known.
    guard !tag.traits.contains("onbuild") else { return nil }
    if !file.headerWords("distribution").isEmpty {
      distribution = DistributionKnowledge(file, candidates: file.releases(of: tag))
      facts = distribution.facts(ofImage: name)
      return
    }
    let statements = file.statements(of: "image", named: name) ?? []
    let latest = statements.filter { $0.verb == "latest" }.flatMap(\.words)
    let versions = tag.version.map { [$0] } ?? latest.compactMap { Version($0) }
    let plain = versions.map { Candidate(version: $0, traits: tag.traits) }
    guard let found = Self.distribution(for: tag, candidates: plain, statements: statements) else {
      return nil
    }
    distribution = found
    let candidates = plain.map { candidate in
      var candidate = candidate
      candidate.areTraitsKnown = !isPinned || tag.version != nil
      candidate.traits.insert(found.name)
      if let parts = candidate.version?.parts, parts.count >= 2 {
        candidate.values["v"] = "\(parts[0]).\(parts[1])"
        candidate.values["version"] = candidate.version?.text
      }
      return candidate
    }
    facts = statements.flatMap { $0.facts(for: candidates) }
  }

  /// The month since which it gets no fixes: its own program, or the distribution below it.
  var supportEnded: String? {
    let own = facts.first { $0.verb == "ended" && $0.isCertain }?.words.first
    return [own, distribution.supportEnded].compactMap(\.self).min()
  }

  /// The distribution that a tag names, or that images of its version stand on.
  private static func distribution(
    for tag: ImageTag, candidates: [Candidate], statements: [Statement]
  ) -> DistributionKnowledge? {
    for name in ["alpine", "debian", "ubuntu"] {
      guard let file = KnowledgeLibrary.file(name) else { continue }
      if let named = file.releases(namedBy: tag), !named.isEmpty {
        return DistributionKnowledge(file, candidates: named)
      }
    }
    let defaults = statements.filter { $0.verb == "default" }.flatMap { $0.facts(for: candidates) }
    guard let name = defaults.first?.words.first, let file = KnowledgeLibrary.file(name) else {
      return nil
    }
    let releases = defaults.flatMap { $0.words.dropFirst() }.compactMap { Version($0) }
    var seen: Set<Version> = []
    let candidates = releases.filter { seen.insert($0).inserted }.map { file.candidate($0) }
    return DistributionKnowledge(file, candidates: candidates)
  }
}

/// The tag of an image, taken apart at its hyphens.
struct ImageTag: Sendable {
  let parts: [Substring]

  init(_ text: String) {
    parts = text.split(separator: "-")
  }

  /// Python's images of tiangolo and others write `python3.11`.
  var version: Version? {
    for part in parts {
      let number = part.hasPrefix("python") ? part.dropFirst(6) : part
      if let version = Version(number) { return version }
    }
    return nil
  }

  var traits: Set<String> {
    Set(parts.map(String.init))
  }
}

extension KnowledgeFile {
  /// The releases that the tag of a distribution's own image may mean.
  func releases(of tag: ImageTag) -> [Candidate] {
    if let named = releases(namedBy: tag) { return named }
    guard let version = tag.version else { return latestReleases }
    let known = releaseVersions.filter { version.isAtLeast($0) == .yes && fits(version, $0) }
    if let exact = known.last { return [candidate(exact)] }
    var shortened = releaseVersions.filter { $0.parts.starts(with: version.parts) }
    if !shortened.isEmpty {
      let latest = latestReleases.compactMap(\.version)
      shortened = shortened.filter(latest.contains)
      if !shortened.isEmpty { return shortened.map(candidate) }
    }
    var other = Candidate(version: version, traits: [])
    other.areTraitsKnown = false
    return [other]
  }

  /// The releases that a tag of any image names, as `bookworm` or `alpine3.18`; nil where it does not.
  func releases(namedBy tag: ImageTag) -> [Candidate]? {
    let name = headerWords("distribution").first ?? ""
    for part in tag.parts {
      if let line = header.first(where: {
        ["release", "ended"].contains($0.verb) && $0.words.dropFirst().contains(part)
      }) {
        return Version(line.words[0]).map { [candidate($0)] }
      }
      guard part.hasPrefix(name) else { continue }
      let number = part.dropFirst(name.count)
      if number.isEmpty { return latestReleases }
      if let version = Version(number) { return [candidate(version)] }
    }
    return nil
  }

  private var latestReleases: [Candidate] {
    headerWords("latest").compactMap { Version($0) }.map(candidate)
  }

  private var releaseVersions: [Version] {
    header.filter { $0.verb == "release" }.compactMap { $0.words.first.flatMap { Version($0) } }
  }

  /// Whether a version such as `12.5` or `3.18.4` is of a release.
  private func fits(_ version: Version, _ release: Version) -> Bool {
    version.parts.starts(with: release.parts)
  }

  /// What is known of one release.
  func candidate(_ version: Version) -> Candidate {
    let name = headerWords("distribution").first.map(String.init) ?? ""
    var candidate = Candidate(version: version, traits: [name])
    candidate.areTraitsKnown = releaseVersions.contains(version)
    for line in header where line.words.first.flatMap({ Version($0) }) == version {
      if line.verb == "traits" {
        candidate.traits.formUnion(line.words.dropFirst().map(String.init))
      }
      guard line.verb == "values" else { continue }
      for word in line.words.dropFirst() {
        guard let sign = word.firstIndex(of: "=") else { continue }
        candidate.values[String(word[..<sign])] = String(word[word.index(after: sign)...])
      }
    }
    return candidate
  }
}
