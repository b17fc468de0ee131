import FoundationEssentials
import Machine
import SourceText
import UwsgiConfig

/// Compares what this project makes of uWSGI configurations with what the real uWSGI made of them.
package struct UwsgiVectors {
  private let folder: String
  private let machine: UwsgiMachine

  /// Where the expectations are: of another build they are in a folder of their own.
  private let expectations: String

  /// Another build of uWSGI, whose expectations are kept only where they differ.
  package enum Variant: String, Sendable {
    case lineReaderAndJansson = "other-2.0.30-embedded-yaml-jansson"
  }

  package init(folder: String, variant: Variant? = nil) {
    self.folder = DiskTree().realPath(URL(filePath: folder).absoluteURL.path) ?? folder
    var machine = UwsgiMachine(
      cores: 2, hostName: "vectors-host", userID: 0, groupID: 0, build: .debian)
    if variant != nil {
      machine.build.jsonLibrary = .jansson
      machine.build.readsYAMLByLine = true
    }
    machine.version = variant == nil ? "2.0.21-debian" : "2.0.30"
    machine.executablePath = "/usr/bin/uwsgi-core"
    machine.startMicroseconds = 1_700_000_000_123_456
    self.machine = machine
    let base = self.folder
    expectations = variant.map { "\(base)/\($0.rawValue)" } ?? base
  }

  func run(_ comparison: inout Comparison) {
    for name in names() {
      comparison.record(name, differences: difference(of: name).map { [$0] } ?? [])
    }
  }

  /// The name of every vector that the folder holds an expectation for.
  package func names() -> [String] {
    DiskTree().entries(ofFolder: expectations).names.filter { $0.hasSuffix(".expected.json") }
      .map { String($0.dropLast(".expected.json".count)) }
  }

  /// What differs in one vector; nil where nothing does.
  package func difference(of name: String) -> String? {
    guard let expected = json(name + ".expected.json", in: expectations) else {
      return "no expectation"
    }
    let meta = json(name + ".meta.json", in: folder) ?? .object([:])
    guard let file = meta["file"]?.string ?? inputFile(name) else { return "no input" }
    var files = SourceFiles()
    let configuration = UwsgiConfiguration(
      invocation(meta, file: file), machine: machine(for: meta),
      tree: VectorTree(folder: folder, links: Self.links),
      accounts: Self.accounts, files: &files)
    return UwsgiExpectation(expected: expected, folder: folder, machine: machine)
      .difference(from: configuration)
  }

  private static let accounts = Accounts(
    users: [User(name: "root", id: 0, groupID: 0)], groups: [Group(name: "root", id: 0)],
    isComplete: true)

  /// The links among the vectors' files.
  private static let links = ["files/link.ini": "target.ini", "files/linkdir": "sub"]

  private func json(_ name: String, in folder: String) -> VectorJSON? {
    guard case .file(let bytes, _) = DiskTree().lookup("\(folder)/\(name)") else { return nil }
    return VectorJSON(bytes)
  }

  private func inputFile(_ name: String) -> String? {
    Self.loaders.map { name + $0.suffix }.first {
      if case .absent = DiskTree().lookup("\(folder)/\($0)") { false } else { true }
    }
  }

  private static let loaders: [(suffix: String, option: String)] = [
    (".ini", "--ini"), (".xml", "--xml"), (".yaml", "--yaml"), (".yml", "--yml"),
    (".json", "--json"), (".js", "--js"),
  ]

  private func machine(for meta: VectorJSON) -> UwsgiMachine {
    var machine = machine
    machine.standardInput = meta["stdin"]?.bytes ?? []
    return machine
  }

  private func invocation(_ meta: VectorJSON, file: String) -> Invocation {
    let loader = Self.loaders.first { file.hasSuffix($0.suffix) }?.option ?? "--ini"
    let load = meta["load"]?.items.compactMap(\.string) ?? [loader, "FILE"]
    let program = meta["binary"]?.string ?? "uwsgi_python3"
    let words =
      [program] + (meta["args"]?.items.compactMap(\.string) ?? [])
      + load.map { $0.replacing("FILE", with: file).replacing("{DIR}", with: folder) }
    var variables = ["PATH": "/usr/bin:/bin", "HOME": "/root", "LANG": "C"]
    for (name, value) in meta["env"]?.members ?? [:] {
      variables[name] = value.string?.replacing("{DIR}", with: folder)
    }
    return Invocation(
      arguments: words.map { Argument($0) },
      environment: Environment(
        values: variables, isComplete: true,
        order: ["PATH", "HOME", "LANG"] + (meta["env"]?.names ?? [])),
      workingDirectory: folder)
  }
}
