import Machine
import SourceText

/// Puts facts of a package or a base image into an image.
struct FactWriter {
  let origin: FileOrigin
  let span: SourceSpan?

  /// Whether nothing can be in a folder before it is described, as in a distribution's own image.
  var describesAll = false

  func write(_ fact: Fact, into image: inout Image) {
    switch fact.verb {
    case "folder", "file", "link", "programs", "plugins", "modules":
      for (path, node, isComplete) in nodes(fact, accounts: image.accounts) {
        place(node, at: path, isComplete: isComplete, if: fact.isCertain, into: &image.tree)
      }
    case "gone":
      if fact.isCertain { image.tree.knownAbsent.formUnion(fact.words) }
    case "user", "group", "member":
      writeAccount(fact, into: &image.accounts)
    case "python":
      if fact.isCertain { writePython(fact, into: &image) }
    default:
      break
    }
  }

  /// The paths that a fact would bring.
  func paths(_ fact: Fact) -> [String] {
    nodes(fact, accounts: Accounts(isComplete: false)).map(\.path)
  }

  private func place(
    _ node: FileNode, at path: String, isComplete: Bool, if isCertain: Bool,
    into tree: inout ImageTree
  ) {
    guard isCertain else {
      if tree.node(at: path, followingLast: false).presence == .absent {
        tree.doubt(path, node: node)
        if isComplete { tree.close(path) }
      }
      return
    }
    if node.kind == .folder {
      if case .present(let old) = tree.node(at: path), old.kind == .folder {
        if !isComplete { tree.open(below: path, byPackages: true) { $0 != path } }
        return
      }
    }
    let names = ImageTree.names(of: path)
    tree.makeFolder(
      ImageTree.path(of: names.dropLast()),
      like: FileNode(kind: .folder, mode: 0o755, origin: origin))
    var node = node
    // A file that was there already may be kept, as package managers keep configuration.
    if case .unknown = tree.node(at: path) { node.content = .unknown }
    tree.place(node, at: path)
    if describesAll, node.kind == .folder { tree.close(path) }
    if !isComplete { tree.open(below: path, byPackages: true) { $0 != path } }
  }

  // MARK: - Files

  private typealias Placed = (path: String, node: FileNode, isComplete: Bool)

  private func nodes(_ fact: Fact, accounts: Accounts) -> [(
    path: String, node: FileNode, isComplete: Bool
  )] {
    guard let first = fact.words.first else { return [] }
    let names = fact.words.dropFirst()
    switch fact.verb {
    case "folder":
      return [(first, node(.folder, fact, 0o755, accounts), !names.contains("open"))]
    case "file":
      return [(first, node(.file, fact, 0o644, accounts), true)]
    case "link":
      let link = node(.link(target: names.first ?? ""), mode: 0o777)
      return [(first, link, true)]
    case "programs":
      return names.map { (first + "/" + $0, node(.file, mode: 0o755), true) }
    case "plugins":
      return names.map { ("\(first)/\($0)_plugin.so", node(.file, mode: 0o644), true) }
    case "modules":
      return names.map { (first + "/" + $0, node(.folder, mode: 0o755), false) }
    default:
      return []
    }
  }

  private func node(_ kind: FileKind, mode: Int) -> FileNode {
    FileNode(kind: kind, mode: mode, origin: origin, span: span)
  }

  private func node(
    _ kind: FileKind, _ fact: Fact, _ standardMode: Int, _ accounts: Accounts
  ) -> FileNode {
    var node = node(kind, mode: standardMode)
    var words = fact.words.dropFirst()
    if let name = contentName(&words) {
      node.content = KnowledgeLibrary.content(name).map(FileContent.bytes) ?? .unknown
    } else if let text = fact.text {
      node.content = .bytes(Array(text.utf8) + [UInt8(ascii: "\n")])
    }
    for word in words where word != "open" {
      if let colon = word.firstIndex(of: ":") {
        node.owner = id(word[..<colon]) { accounts.user(named: $0).value?.id }
        node.group = id(word[word.index(after: colon)...]) { accounts.group(named: $0).value?.id }
      } else {
        node.mode = Int(word, radix: 8)
      }
    }
    return node
  }

  private func contentName(_ words: inout ArraySlice<String>) -> String? {
    guard let sign = words.firstIndex(of: "="), let name = words[(sign + 1)...].first else {
      return nil
    }
    words = words[..<sign]
    return name
  }

  private func id(_ text: Substring, _ lookup: (String) -> Int?) -> Int? {
    Int(text) ?? lookup(String(text))
  }

  // MARK: - Accounts and Pythons

  private func writeAccount(_ fact: Fact, into accounts: inout Accounts) {
    guard let name = fact.words.first else { return }
    guard fact.isCertain else {
      accounts.doubt(name)
      return
    }
    let words = fact.words + Array(repeating: "-", count: 5)
    switch fact.verb {
    case "group":
      guard accounts.group(named: name).value == nil else { return }
      accounts.add(Group(name: name, id: id(words[1], accounts.nextSystemGroupID())))
    case "user":
      guard accounts.user(named: name).value == nil else { return }
      let group = words[2] == "-" ? nil : Int(words[2]) ?? accounts.group(named: words[2]).value?.id
      let own = words[2] == "system" ? accounts.nextSystemGroupID() : nil
      if words[2] == "system", accounts.group(named: name).value == nil {
        accounts.add(Group(name: name, id: own))
      }
      accounts.add(
        User(
          name: name, id: id(words[1], accounts.nextSystemUserID()), groupID: group ?? own,
          home: words[3] == "-" ? nil : words[3], shell: words[4] == "-" ? nil : words[4]))
    default:
      accounts.addMember(name, toGroup: words[1])
    }
  }

  private func id(_ word: String, _ system: @autoclosure () -> Int?) -> Int? {
    word == "system" ? system() : Int(word)
  }

  private func writePython(_ fact: Fact, into image: inout Image) {
    guard fact.words.count >= 3 else { return }
    let (program, version, site) = (fact.words[0], fact.words[1], fact.words[2])
    let isDebian = site.hasSuffix("/dist-packages")
    let folder = isDebian ? "/usr/local/bin" : String(program.prefix { _ in true }.dropLastName)
    var python = PythonInstallation(
      program: program, version: version, sitePackages: site, programFolder: folder,
      modulePath: isDebian ? [site, "/usr/lib/python3/dist-packages"] : [site])
    python.isExternallyManaged = fact.words.contains("managed")
    image.pythons.removeAll { $0.program == program }
    image.pythons.append(python)
    image.tree.knownAbsent.formUnion(PythonIndex.paths(in: python))
    image.tree.knownAbsent.formUnion(PythonIndex.modules(in: python.modulePath))
  }
}

extension Substring {
  /// A path without its last name.
  var dropLastName: Substring {
    lastIndex(of: "/").map { self[..<$0] } ?? ""
  }
}
