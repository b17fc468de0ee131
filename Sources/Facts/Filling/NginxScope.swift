internal import Boot
internal import NginxConfig
internal import SourceText

/// What all rows of one nginx configuration share; they read the configuration where it is.
final class NginxScope {
  let process: BootProcess
  let installation: NginxInstallation
  let configuration: NginxConfiguration
  let columns: NginxColumns

  /// What is added to a directive's number to make its id.
  let firstID: Int
  let workers: ProcessUser
  let upstreams: NginxUpstreams
  let taint: NginxTaintReader

  /// The paths of the files, by the numbers of their readings; nil for the command line.
  let paths: [String?]

  init(
    _ configuration: NginxConfiguration, firstID: Int, of process: BootProcess,
    _ installation: NginxInstallation, workers: ProcessUser, upstreams: NginxUpstreams,
    sources: SourceFiles
  ) {
    self.configuration = configuration
    columns = configuration.columns
    self.firstID = firstID
    self.process = process
    self.installation = installation
    self.workers = workers
    self.upstreams = upstreams
    taint = NginxTaintReader(configuration)
    paths = configuration.inclusions.map { $0.isCommandLine ? nil : sources[$0.file].path }
  }

  var processID: Int { process.id }

  func id(_ directive: NginxDirective) -> Int {
    firstID + directive.id
  }
}

/// A directive with its name, which is asked for again and again.
struct NamedDirective {
  let name: String
  let directive: NginxDirective

  /// The directives that stand directly in one block.
  static func children(_ directives: NginxChildren) -> [NamedDirective] {
    directives.map { NamedDirective(name: $0.name, directive: $0) }
  }
}
