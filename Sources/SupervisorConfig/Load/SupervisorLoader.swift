package import Machine
package import SourceText

/// Loads supervisord's configuration as supervisord itself would, on a machine on paper.
///
/// The order of reading, the defaults and the messages are those of supervisor 4.2.5.
package struct SupervisorLoader {
  private let invocation: Invocation
  private let surroundings: Surroundings

  /// Prepares a start of supervisord.
  ///
  /// `hostName` and `userID` (whom it runs as) are nil where they are not known.
  package init(
    invocation: Invocation, tree: any FileTree, accounts: Accounts, hostName: String? = nil,
    userID: Int? = nil, pythonPackages: PythonPackages = PythonPackages()
  ) {
    self.invocation = invocation
    surroundings = Surroundings(
      environment: invocation.environment, workingDirectory: invocation.workingDirectory,
      tree: tree, accounts: accounts, hostName: hostName, userID: userID,
      pythonPackages: pythonPackages
    )
  }

  /// Reads all that supervisord would read; the files go into `files`.
  package func load(files: inout SourceFiles) -> SupervisorConfiguration {
    let commandLine = CommandLine(invocation, options: .supervisord)
    var loading = Loading(surroundings, commandLine: commandLine, files: files)
    loading.run()
    files = loading.files
    return loading.configuration
  }
}
