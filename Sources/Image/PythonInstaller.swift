import SourceText

/// Puts packages into a Python, as its pip does.
struct PythonInstaller {
  let python: PythonInstallation

  /// What a program that it installs looks like.
  let node: FileNode
  let span: SourceSpan
  private var visited: Set<String> = []
  private var filesRead: Set<String> = []

  init(python: PythonInstallation, node: FileNode, span: SourceSpan) {
    self.python = python
    self.node = node
    self.span = span
  }

  /// Installs what a requirement such as `Flask[async]>=2,<3; python_version > "3"` names.
  mutating func install(_ specification: String, into image: inout Image) {
    guard !specification.hasPrefix("."), !specification.contains("/"),
      !specification.hasSuffix(".whl"), !Unknown.isIn(specification.prefix { !"=<>".contains($0) })
    else {
      doubt(&image, because: specification)
      return
    }
    let name = Self.normalized(
      specification.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) })
    let pinned = specification.split(separator: "==", maxSplits: 1).dropFirst().first
    let version = pinned?.prefix { !";, ".contains($0) }.description
    note(name, version.flatMap { Unknown.isIn($0) ? nil : $0 }, in: &image)
    install(named: name, into: &image)
  }

  /// Installs what a requirements file lists, and those that it names.
  mutating func installAll(listedIn path: String, image: inout Image) {
    guard filesRead.insert(path).inserted, filesRead.count < 20 else { return }
    guard case .present(let node) = image.node(at: path), let bytes = image.bytes(of: node) else {
      doubt(&image, because: nil)
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { continue }
      if first == "-r" || first == "--requirement", words.count > 1 {
        let other =
          words[1].hasPrefix("/") ? words[1] : String(path[...].dropLastName) + "/" + words[1]
        installAll(listedIn: other, image: &image)
      } else if first.hasPrefix("-e") || first.hasPrefix("--editable") {
        doubt(&image, because: nil)
      } else if !first.hasPrefix("-") {
        install(first, into: &image)
      }
    }
  }

  /// Says that packages which are not described may have been put into the Python.
  func doubt(_ image: inout Image, because specification: String?) {
    let spared = ["uwsgi", "supervisor"].filter { specification?.contains($0) != true }
    image.tree.open(below: python.sitePackages) { _ in false }
    image.tree.open(below: python.programFolder) { _ in false }
    let (site, programs) = (python.sitePackages, python.programFolder)
    image.tree.forgetAbsences { path in
      let isBelow = path.hasPrefix(site + "/") || path.hasPrefix(programs + "/")
      return !isBelow || spared.contains { path.contains($0) }
    }
  }

  private mutating func install(named name: String, into image: inout Image) {
    guard visited.insert(name).inserted else { return }
    guard let entry = PythonIndex.entry(name) else {
      doubt(&image, because: name)
      return
    }
    for requirement in entry.requirements { install(named: requirement, into: &image) }
    // Other packages come along, or may: no list of requirements is the same for ever.
    image.tree.open(below: python.sitePackages) { $0 != python.sitePackages }
    if entry.needsMore { doubt(&image, because: name) }
    place(entry, of: name, in: &image)
  }

  private func place(_ entry: PythonIndex.Entry, of name: String, in image: inout Image) {
    var folder = node
    folder.kind = .folder
    image.tree.makeFolder(python.sitePackages, like: folder)
    image.tree.makeFolder(python.programFolder, like: folder)
    for module in entry.modules {
      place(.folder, mode: 0o755, at: python.sitePackages + "/" + module, of: name, &image)
    }
    for file in entry.files {
      place(.file, mode: 0o644, at: python.sitePackages + "/" + file, of: name, &image)
    }
    for script in entry.scripts {
      place(.file, mode: 0o755, at: python.programFolder + "/" + script, of: name, &image)
    }
  }

  private func place(
    _ kind: FileKind, mode: Int, at path: String, of name: String, _ image: inout Image
  ) {
    var node = node
    node.kind = kind
    node.mode = mode
    node.origin = .package(name)
    image.tree.place(node, at: path, isComplete: kind != .folder)
  }

  private func note(_ name: String, _ version: String?, in image: inout Image) {
    image.packages.removeAll { $0.manager == .pip && $0.name == name }
    image.packages.append(
      InstalledPackage(manager: .pip, name: name, version: version, span: span))
  }

  /// The name as the index knows it: lower case, with hyphens.
  private static func normalized(_ name: some StringProtocol) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == "." ? "-" : $0 })
  }
}
