import Machine

extension Image {
  /// What a file at a path holds, links followed; nil where that is not known.
  package func bytes(at path: String) -> [UInt8]? {
    node(at: path).node.flatMap(bytes)
  }

  /// Reads the accounts, the distribution and the packages from the image's own files.
  package mutating func readSystemFiles() {
    readAccounts()
    if let release = bytes(at: "/etc/os-release") ?? bytes(at: "/usr/lib/os-release") {
      distribution = Distribution(osRelease: SystemFile(release))
    }
    packages = installedPackages()
  }

  private mutating func readAccounts() {
    let passwd = SystemFile(of: self, at: "/etc/passwd")
    let group = SystemFile(of: self, at: "/etc/group")
    accounts = Accounts(
      users: passwd?.records.compactMap(User.init(record:)) ?? [],
      groups: group?.records.compactMap(Group.init(record:)) ?? [],
      isComplete: passwd != nil && group != nil)
  }

  private func installedPackages() -> [InstalledPackage] {
    let dpkg =
      SystemFile(of: self, at: "/var/lib/dpkg/status")?
      .paragraphs(of: ["Package", "Status", "Version"]) ?? []
    let installed = dpkg.filter { $0["Status"]?.hasSuffix(" installed") == true }
    let apk = SystemFile(of: self, at: "/lib/apk/db/installed")?.paragraphs(of: ["P", "V"]) ?? []
    return installed.compactMap { InstalledPackage(.apt, $0["Package"], $0["Version"]) }
      + apk.compactMap { InstalledPackage(.apk, $0["P"], $0["V"]) } + pythonPackages()
  }

  /// What pip left: a folder `name-version.dist-info` for each package.
  private func pythonPackages() -> [InstalledPackage] {
    let folders = tree.presentNodes { $1.kind == .folder && $0.hasSuffix(".dist-info") }
    return folders.compactMap { entry in
      guard let slash = entry.path.lastIndex(of: "/") else { return nil }
      let parts = entry.path[slash...].dropFirst().dropLast(".dist-info".count).split(
        separator: "-")
      guard parts.count == 2 else { return nil }
      return InstalledPackage(.pip, String(parts[0]).lowercased(), String(parts[1]))
    }
  }
}

extension InstalledPackage {
  fileprivate init?(_ manager: Manager, _ name: String?, _ version: String?) {
    guard let name else { return nil }
    self.init(manager: manager, name: name, version: version)
    isUpstream = manager == .apt && name == "nginx" && Self.isOfNginxOrg(version)
  }
}

extension User {
  fileprivate init?(record: [String]) {
    guard record.count >= 4, let id = Int(record[2]), let group = Int(record[3]) else { return nil }
    self.init(
      name: record[0], id: id, groupID: group, home: record.count > 5 ? record[5] : nil,
      shell: record.count > 6 ? record[6] : nil)
  }
}

extension Group {
  fileprivate init?(record: [String]) {
    guard record.count >= 3, let id = Int(record[2]) else { return nil }
    let members = record.count > 3 ? record[3].split(separator: ",").map(String.init) : []
    self.init(name: record[0], id: id, members: members)
  }
}

extension Distribution {
  /// Reads `/etc/os-release`; nil where it names no distribution.
  fileprivate init?(osRelease file: SystemFile) {
    guard let name = file.assignments["ID"] else { return nil }
    let release = file.assignments["VERSION_ID"]
    // Alpine's points count up to the patch; its packages are those of the minor release.
    let parts = release?.split(separator: ".") ?? []
    let short = name == "alpine" ? parts.prefix(2).joined(separator: ".") : release
    self.init(name: name, releases: [short].compactMap { $0 })
  }
}
