import Machine
import SourceText

/// Puts packages of a distribution into an image, with what they need.
struct PackageInstaller {
  let knowledge: DistributionKnowledge
  let span: SourceSpan?
  private var visited: Set<String> = []

  init(knowledge: DistributionKnowledge, span: SourceSpan?) {
    self.knowledge = knowledge
    self.span = span
  }

  mutating func install(_ name: String, version: String? = nil, into image: inout Image) {
    guard visited.insert(name).inserted else { return }
    guard let facts = knowledge.packageFacts(name) else {
      note(name, version: version, in: &image)
      doubtSystem(of: &image, because: knowledge.isQuiet(name) ? nil : name)
      return
    }
    for fact in facts where fact.verb == "depends" {
      for needed in fact.words { install(needed, into: &image) }
    }
    if facts.contains(where: { $0.verb == "more" }) { doubtSystem(of: &image, because: nil) }
    let versions = facts.filter { $0.verb == "version" && $0.isCertain }
    note(name, version: version ?? versions.first?.words.first, in: &image)
    let writer = FactWriter(origin: .package(name), span: span)
    for fact in facts { writer.write(fact, into: &image) }
  }

  private func note(_ name: String, version: String?, in image: inout Image) {
    guard let manager = knowledge.manager else { return }
    image.packages.removeAll { $0.manager == manager && $0.name == name }
    image.packages.append(
      InstalledPackage(manager: manager, name: name, version: version, span: span))
  }

  /// Says that packages which are not described may have brought files.
  func doubtFiles(of image: inout Image) {
    doubtSystem(of: &image, because: nil)
  }

  /// Says that a package may have brought files, and users when it is not described at all.
  private func doubtSystem(of image: inout Image, because package: String?) {
    let stems = knowledge.stems.filter { package?.hasBytes(of: $0) != true }
    let isSpared = { (path: String) in stems.contains { path.hasBytes(of: $0) } }
    if package != nil { image.tree.stems.removeAll { !stems.contains(Substring($0)) } }
    let folders = package == nil ? Self.filledByDependencies : Self.systemFolders
    for folder in folders {
      image.tree.open(below: folder, byPackages: true) { path in
        isSpared(path) || Self.keptByAdministrators.contains(path)
      }
    }
    if !image.areCommonPackagesInDoubt {
      image.tree.knownAbsent.subtract(knowledge.commonPaths)
      image.tree.knownAbsent.subtract(
        Set(PythonIndex.modules(in: [Self.sharedModules])).subtracting(knowledge.packagedPaths))
      image.areCommonPackagesInDoubt = true
    }
    guard package != nil else { return }
    image.accounts.doubtAll()
    image.tree.forgetAbsences { path in
      isSpared(path) || !Self.systemFolders.contains { path.hasPrefix($0 + "/") }
    }
  }

  /// Where Debian's packages of Python modules put them.
  private static let sharedModules = "/usr/lib/python3/dist-packages"

  /// Folders among those that packages leave alone, or fill only with what is described.
  private static let keptByAdministrators: Set = ["/usr/local", "/var/www", "/etc/ssl"]

  /// Where packages put files that are installed only because others need them.
  ///
  /// They are libraries and tools, none of which runs or logs, and nothing that a distribution itself
  /// packages lies below `/opt`.
  private static let filledByDependencies = systemFolders.filter {
    !["/run", "/var/log", "/opt"].contains($0)
  }

  /// Where packages put files.
  static let systemFolders = [
    "/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/opt", "/run",
    "/var/lib", "/var/log", "/var/cache", "/var/spool",
  ]
}
