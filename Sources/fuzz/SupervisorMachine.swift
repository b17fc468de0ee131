import Machine
import SourceText
import SupervisorConfig

/// A machine whose supervisord reads one file, which includes itself.
struct SupervisorMachine: FileTree {
  let configuration: [UInt8]

  func lookup(_ path: String) -> FileLookup {
    path.hasSuffix(".conf") ? .file(bytes: configuration, origin: nil) : .folder
  }

  func entries(ofFolder path: String) -> FolderListing {
    FolderListing(names: ["input.conf"], isComplete: true)
  }

  /// Loads the file as supervisord and as supervisorctl do, knowing all of the variables or not.
  func read() {
    for isComplete in [true, false] {
      let environment = Environment(values: ["PORT": "80", "HOME": "/"], isComplete: isComplete)
      var files = SourceFiles()
      let loader = SupervisorLoader(
        invocation: Invocation(
          arguments: ["supervisord", "-c", "/input.conf"].map { Argument($0) },
          environment: environment, workingDirectory: "/"),
        tree: self, accounts: Accounts(isComplete: isComplete))
      check(loader.load(files: &files), files)
    }
  }

  private func check(_ configuration: SupervisorConfiguration, _ files: SourceFiles) {
    for problem in configuration.problems {
      let size = files[problem.span.file].bytes.count
      precondition(Int(problem.span.end) <= size, "\(problem) lies outside of the file")
      precondition(!problem.message.isEmpty, "\(problem) has nothing to say")
    }
    for word in configuration.processes.flatMap(\.command.words) {
      guard let span = word.span else { continue }
      precondition(Int(span.end) <= files[span.file].bytes.count, "\(word) lies outside")
    }
  }
}
