internal import Boot
internal import NginxConfig
internal import SourceText

extension Filler {
  mutating func addPathUse(
    of directive: NginxDirective, _ use: NginxPathUse, _ scope: NginxScope
  ) {
    guard let parameter = directive.parameters.first, Self.isPath(parameter.value) else { return }
    let user = use.user == .master ? scope.process.user : scope.workers
    addPathUse(
      use.role, use.access, Self.absolute(parameter.value, use.base, scope), by: user,
      of: scope.process.id, at: parameter.span)
  }

  /// The paths that nginx uses although no directive names them.
  mutating func addDefaultPaths(
    of process: BootProcess, _ configurations: [NginxConfiguration],
    _ installation: NginxInstallation
  ) {
    guard installation.packager != .unknown, configurations.allSatisfy(\.isComplete) else { return }
    let top = configurations.flatMap { Array($0.children) }
    let span = top.first { $0.name != "include" }?.headSpan ?? process.span
    if !top.contains(where: { $0.name == "pid" }) {
      addPathUse(
        "nginx-pid", .write, installation.pidFile, by: process.user, of: process.id, at: span)
    }
    let isSetElsewhere = configurations.contains { configuration in
      configuration.directives.contains { $0.name == "client_body_temp_path" }
    }
    if let folder = installation.temporaryFolder, !isSetElsewhere {
      addPathUse(
        "nginx-temporary-folder", .write, "\(folder)/body", by: process.user, of: process.id,
        at: span)
    }
  }

  /// `off`, `stderr`, `syslog:…`, `memory:…`, `data:…` and anything with a variable name no file.
  private static func isPath(_ text: String) -> Bool {
    guard !text.isEmpty, text != "off", text != "stderr", !text.hasDollar else { return false }
    let schemes = ["syslog:", "memory:", "data:", "engine:", "store:"]
    return !schemes.contains { text.hasPrefix($0) }
  }

  private static func absolute(
    _ path: String, _ base: NginxPathUse.Base, _ scope: NginxScope
  ) -> String {
    guard !path.hasPrefix("/") else { return path }
    switch base {
    case .prefix: return "\(scope.installation.prefix)/\(path)"
    case .configuration: return "\(scope.configuration.mainFile.folder)/\(path)"
    }
  }
}
