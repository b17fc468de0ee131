import FoundationEssentials
import Machine
import SourceText
import SupervisorConfig

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
  .deletingLastPathComponent()

func testdata(_ path: String) -> String {
  project.appending(path: "testdata/\(path)").path
}

/// A machine whose files are written in the test.
struct PaperMachine: FileTree {
  var files: [String: String] = [:]
  var folders: Set<String> = ["/", "/etc", "/tmp", "/app", "/bin", "/usr/bin"]

  /// Paths that may be there or not.
  var unknown: Set<String> = []
  var accounts = Accounts(users: [User(name: "app", id: 1000, groupID: 1000)], isComplete: true)
  var environment = Environment(values: ["HOME": "/root"], isComplete: true)
  var userID: Int? = 0

  init(_ configuration: String) {
    files["/etc/supervisord.conf"] = configuration
  }

  func lookup(_ path: String) -> FileLookup {
    if unknown.contains(path) { return .unknown }
    if let text = files[path] { return .file(bytes: Array(text.utf8), origin: nil) }
    return folders.contains(path) ? .folder : .absent
  }

  func entries(ofFolder path: String) -> FolderListing {
    let prefix = path == "/" ? "/" : path + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    return FolderListing(
      names: names.filter { !$0.contains("/") }.map(String.init).sorted(), isComplete: true
    )
  }

  /// What supervisord would load, and the files that it would read.
  func load(
    _ arguments: String...
  ) -> (configuration: SupervisorConfiguration, files: SourceFiles) {
    var files = SourceFiles()
    let words = ["/usr/bin/supervisord"] + arguments
    let loader = SupervisorLoader(
      invocation: Invocation(
        arguments: words.map { Argument($0) }, environment: environment, workingDirectory: "/app"
      ),
      tree: self, accounts: accounts, hostName: "web", userID: userID
    )
    return (loader.load(files: &files), files)
  }
}
