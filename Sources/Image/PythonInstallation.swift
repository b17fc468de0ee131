/// A Python of an image: a program, and the folder that its pip installs into.
package struct PythonInstallation: Hashable, Sendable {
  /// The absolute path of the program.
  package var program: String

  /// The version cut to two numbers, such as `3.11`.
  package var version: String

  /// Where its pip puts packages.
  package var sitePackages: String

  /// Where its pip puts programs.
  package var programFolder: String

  /// Whether its pip refuses to install without `--break-system-packages`.
  package var isExternallyManaged = false

  /// Whether a virtual environment made it.
  package var isVirtualEnvironment = false

  /// The folders that it finds modules in, its distribution's included.
  package var modulePath: [String]

  package init(
    program: String, version: String, sitePackages: String, programFolder: String,
    modulePath: [String]
  ) {
    self.program = program
    self.version = version
    self.sitePackages = sitePackages
    self.programFolder = programFolder
    self.modulePath = modulePath
  }
}
