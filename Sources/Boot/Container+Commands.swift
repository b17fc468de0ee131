internal import Machine

extension Container {
  /// The file that a command of the container would run.
  package func executable(_ command: String) -> Executable {
    CommandSearch(
      files: files, searchPath: environment.values["PATH"], workingDirectory: workingDirectory
    ).executable(command)
  }
}
