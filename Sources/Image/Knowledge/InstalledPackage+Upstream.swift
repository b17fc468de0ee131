extension InstalledPackage {
  /// Whether a version is one of nginx.org's packages for apt, which name the release that they are
  /// for: `1.25.3-1~bookworm`.
  static func isOfNginxOrg(_ version: String?) -> Bool {
    guard let version, let tilde = version.lastIndex(of: "~") else { return false }
    let release = version[version.index(after: tilde)...]
    return ["debian", "ubuntu"].contains { name in
      KnowledgeLibrary.file(name)?.header.contains { line in
        line.verb == "release" && line.words.dropFirst().contains(release)
      } ?? false
    }
  }

  /// The version of the program itself, where its makers packaged it: `1.25.3` of `1.25.3-1~bookworm`.
  package var upstreamVersion: Version? {
    guard isUpstream, isCertain, let version else { return nil }
    return Version(version.prefix { $0 != "-" })
  }
}
