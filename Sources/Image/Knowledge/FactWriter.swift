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
      for placed in nodes(fact, accounts: image.accounts) {
        place(placed, if: fact.isCertain, into: &image.tree)
      }
    case "gone":
      if fact.isCertain { image.tree.knownAbsent.formUnion(fact.words) }
    case "lacks":
      if fact.isCertain { image.tree.knownAbsent.formUnion(Self.programs(fact.words)) }
    case "user", "group", "member":
      writeAccount(fact, into: &image.accounts)
    case "python":
      if fact.isCertain { writePython(fact, into: &image) }
    default:
      break
    }
  }

  /// Where the system's programs of these names would be.
  private static func programs(_ names: [String]) -> [String] {
    ["/bin", "/sbin", "/usr/bin", "/usr/sbin"].flatMap { folder in
      names.map { folder + "/" + $0 }
    }
  }

  /// The paths that a fact would bring.
  func paths(_ fact: Fact) -> [String] {
    nodes(fact, accounts: Accounts(isComplete: false)).map(\.path)
  }

  private func place(_ placed: Placed, if isCertain: Bool, into tree: inout ImageTree) {
    let path = placed.path
    guard isCertain else {
      if tree.node(at: path, followingLast: false).presence == .absent {
        tree.doubt(path, node: placed.node)
        if placed.isComplete { tree.close(path) }
        tree.limit(path, to: placed.unlistedNames)
      }
      return
    }
    if placed.node.kind == .folder {
      if case .present(let old) = tree.node(at: path), old.kind == .folder {
        open(placed, in: &tree)
        return
      }
    }
    let names = ImageTree.names(of: path)
    tree.makeFolder(
      ImageTree.path(of: names.dropLast()),
      like: FileNode(kind: .folder, mode: 0o755, origin: origin))
    var node = placed.node
    // A file that was there already may be kept, as package managers keep configuration.
    if case .unknown = tree.node(at: path) { node.content = .unknown }
    tree.place(node, at: path)
    if describesAll, node.kind == .folder { tree.close(path) }
    open(placed, in: &tree)
  }

  /// Says that a folder may hold more than is described.
  private func open(_ placed: Placed, in tree: inout ImageTree) {
    guard !placed.isComplete else { return }
    tree.open(below: placed.path, byPackages: true) { $0 != placed.path }
    tree.limit(placed.path, to: placed.unlistedNames)
  }

  // MARK: - Files

  private struct Placed {
    let path: String
    let node: FileNode
    var isComplete = true

    /// Patterns of what else may be in a folder that is not complete.
    var unlistedNames: [String] = []
  }

  private func nodes(_ fact: Fact, accounts: Accounts) -> [Placed] {
    guard let first = fact.words.first else { return [] }
    let names = fact.words.dropFirst()
    switch fact.verb {
    case "folder":
      let open = names.firstIndex(of: "open")
      return [
        Placed(
          path: first, node: node(.folder, fact, 0o755, accounts), isComplete: open == nil,
          unlistedNames: open.map { Array(names[($0 + 1)...]) } ?? [])
      ]
    case "file":
      return [Placed(path: first, node: node(.file, fact, 0o644, accounts))]
    case "link":
      let link = node(.link(target: names.first ?? ""), mode: 0o777)
      return [Placed(path: first, node: link)]
    case "programs":
      return names.map { Placed(path: first + "/" + $0, node: node(.file, mode: 0o755)) }
    case "plugins":
      return names.map {
        Placed(path: "\(first)/\($0)_plugin.so", node: node(.file, mode: 0o644))
      }
    case "modules":
      return names.map {
        Placed(path: first + "/" + $0, node: node(.folder, mode: 0o755), isComplete: false)
      }
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
    for word in words.prefix(while: { $0 != "open" }) {
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
