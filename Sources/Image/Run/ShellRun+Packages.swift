import Machine
import SourceText

extension ShellRun {
  /// The package managers of distributions.
  mutating func managePackages(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: Self.packageValues(line.name))
    let command = options.operands.first ?? ""
    let names = Array(options.operands.dropFirst())
    switch (line.name, command) {
    case ("dpkg", _):
      if options.has("i", "install") { install(options.operands, of: line.name) }
    case ("apk", "add"):
      if let virtual = options.value("t", "virtual") { bundle(names, as: virtual) }
      install(names, of: "apk")
    case ("apk", "del"):
      remove(names, of: "apk")
    case (_, "install"), (_, "groupinstall"), (_, "localinstall"), (_, "build-dep"):
      install(names.filter { !$0.hasSuffix("-") || $0.hasSuffix("--") }, of: line.name)
    case (_, "remove"), (_, "purge"), (_, "autoremove"), (_, "autopurge"), (_, "erase"):
      remove(names, of: line.name)
      if command.hasPrefix("auto") || options.has("auto-remove", "autoremove") {
        doubtPackagesNobodyNeeds(named(line.name))
      }
    case (_, "upgrade"), (_, "dist-upgrade"), (_, "full-upgrade"), ("dnf", "update"),
      ("yum", "update"), ("microdnf", "update"):
      // What is there becomes newer; its configuration stays.
      break
    default:
      break
    }
    return .unknown
  }

  private static func packageValues(_ manager: String) -> Set<String> {
    switch manager {
    case "apk":
      [
        "X", "repository", "t", "virtual", "p", "root", "repositories-file", "keys-dir",
        "cache-dir",
      ]
    case "apt-get", "apt", "aptitude":
      ["o", "t", "c", "option", "target-release", "default-release"]
    default: ["c", "config", "enablerepo", "disablerepo", "releasever", "installroot"]
    }
  }

  // MARK: - Installing

  private mutating func install(_ specifications: [String], of manager: String) {
    let knowledge = image.knowledge ?? Self.guess(manager)
    for specification in specifications {
      let (name, version) = Self.split(specification, manager: manager)
      guard !name.isEmpty, !name.hasPrefix("!") else { continue }
      let isOfNginxOrg = image.isNginxOrg || InstalledPackage.isOfNginxOrg(version)
      if name == "nginx", knowledge?.manager == .apt, isOfNginxOrg {
        installNginxOrg(version)
        continue
      }
      guard let knowledge, !Unknown.isIn(name), !name.contains("/") else {
        note(name, version, manager)
        doubtUnknownPackage(name)
        continue
      }
      var installer = PackageInstaller(knowledge: knowledge, span: span)
      installer.install(name, version: version, into: &image)
    }
  }

  /// What a manager's distribution brings whatever its release, for a base image nobody knows.
  private static func guess(_ manager: String) -> DistributionKnowledge? {
    let distributions = [
      "apk": "alpine", "apt": "debian", "apt-get": "debian", "aptitude": "debian",
      "dnf": "redhat", "yum": "redhat", "microdnf": "redhat",
    ]
    guard let name = distributions[manager], let file = KnowledgeLibrary.file(name) else {
      return nil
    }
    var candidate = Candidate(traits: [name])
    candidate.areTraitsKnown = false
    return DistributionKnowledge(file, candidates: [candidate])
  }

  private func named(_ manager: String) -> InstalledPackage.Manager {
    switch manager {
    case "apk": .apk
    case "dnf", "yum", "microdnf", "zypper": .dnf
    default: .apt
    }
  }

  private mutating func note(_ name: String, _ version: String?, _ manager: String) {
    let manager = named(manager)
    image.packages.removeAll { $0.manager == manager && $0.name == name }
    image.packages.append(
      InstalledPackage(manager: manager, name: name, version: version, span: span))
  }

  private mutating func doubtUnknownPackage(_ name: String) {
    for folder in PackageInstaller.systemFolders + ["/var/www", "/srv"] {
      image.tree.open(below: folder) { $0 == "/usr/local" }
    }
    image.tree.forgetAbsences { path in
      !PackageInstaller.systemFolders.contains { path.hasPrefix($0 + "/") }
    }
    image.accounts.doubtAll()
  }

  /// The name and the version of `name=1.2`, `name~1`, `name>1`, `name@edge`, `name/stable`, `name:amd64`.
  private static func split(_ text: String, manager: String) -> (String, String?) {
    guard !text.hasPrefix("./"), !text.hasPrefix("/") else { return (text, nil) }
    let signs = manager == "apk" ? "=~<>@" : "=/:"
    let name = text.prefix { !signs.contains($0) }
    let rest = text.dropFirst(name.count)
    let version = rest.first == "=" ? String(rest.dropFirst()) : nil
    return (String(name), version.flatMap { Unknown.isIn($0) ? nil : $0 })
  }

  // MARK: - Removing

  /// Packages that are installed under one name can be removed by it.
  private mutating func bundle(_ names: [String], as virtual: String) {
    state.bundles[virtual, default: []] += names.map { Self.split($0, manager: "apk").0 }
  }

  private mutating func remove(_ names: [String], of manager: String) {
    let owner = named(manager)
    let named = names.flatMap { state.bundles[$0] ?? [$0] }.map {
      Self.split($0, manager: manager).0
    }
    for name in withDependents(named, owner) {
      image.packages.removeAll { $0.manager == owner && $0.name == name }
      image.removedPackages.insert(name)
      // What the administrator changed may be kept.
      doubtFiles(ofPackage: name)
    }
  }

  /// What came only with packages that were removed goes as well.
  private mutating func doubtPackagesNobodyNeeds(_ manager: InstalledPackage.Manager) {
    let installed = Set(image.packages.filter { $0.manager == manager }.map(\.name))
    let orphans = withNeeds(of: image.removedPackages)
    let needed = withNeeds(of: installed.subtracting(orphans))
    for name in orphans.subtracting(needed) { doubtFiles(ofPackage: name) }
  }

  private mutating func doubtFiles(ofPackage name: String) {
    let writer = FactWriter(origin: .baseImage, span: nil)
    for fact in image.knowledge?.packageFacts(name) ?? [] {
      for path in writer.paths(fact) { doubtPresence(of: path) }
    }
  }

  /// The packages and all that they need or recommend.
  private func withNeeds(of names: Set<String>) -> Set<String> {
    var all: Set<String> = []
    var pending = Array(names)
    while let name = pending.popLast() {
      guard all.insert(name).inserted else { continue }
      let facts = image.knowledge?.packageFacts(name) ?? []
      pending += facts.filter { $0.verb == "depends" || $0.verb == "recommends" }.flatMap(\.words)
    }
    return all
  }

  /// The packages and those that need one of them: they go along.
  private func withDependents(_ names: [String], _ manager: InstalledPackage.Manager) -> [String] {
    var going = names
    let installed = image.packages.filter { $0.manager == manager }.map(\.name)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for name in installed where !going.contains(name) {
        let needed = (image.knowledge?.packageFacts(name) ?? []).filter { $0.verb == "depends" }
        guard needed.flatMap(\.words).contains(where: { going.contains(String($0)) }) else {
          continue
        }
        going.append(name)
        isGrowing = true
      }
    }
    return going
  }

  private mutating func doubtPresence(of path: String) {
    guard image.node(at: path, followingLast: false).presence == .present else { return }
    image.tree.doubt(path)
  }

  // MARK: - The packages of nginx.org

  /// nginx.org's own package, from its own repository: another layout than the distribution's.
  private mutating func installNginxOrg(_ version: String?) {
    note("nginx", version, "apt")
    if let index = image.packages.lastIndex(where: { $0.name == "nginx" }) {
      image.packages[index].isUpstream = true
    }
    let facts = KnowledgeLibrary.file("nginx")?.statements(of: "package", named: "nginx.org") ?? []
    let writer = FactWriter(origin: .package("nginx"), span: span)
    for fact in facts.flatMap({ $0.facts(for: [Candidate(traits: ["debian"])]) }) {
      writer.write(fact, into: &image)
    }
  }
}

extension Image {
  /// Whether a repository of nginx.org was added.
  fileprivate var isNginxOrg: Bool {
    for path in ["/etc/apt/sources.list", "/etc/apt/sources.list.d/nginx.list"] {
      guard case .present(let node) = node(at: path), let bytes = bytes(of: node) else { continue }
      if String(decoding: bytes, as: UTF8.self).contains("nginx.org") { return true }
    }
    return false
  }
}
