/// Which nginx reads the configuration: its version and its modules.
package struct NginxBuild: Sendable {
  /// Nil where it is not known.
  package var version: NginxVersion?

  /// The modules in the program itself, by the names of nginx's source; nil where not known.
  package var modules: Set<String>?

  /// Whether it was built without asynchronous reading of files.
  var lacksFileAIO = false

  package init(version: NginxVersion? = nil, modules: Set<String>? = nil) {
    self.version = version
    self.modules = modules
  }

  /// Whether its version is known to be older than another.
  func isOlder(than major: Int, _ minor: Int, _ patch: Int) -> Bool {
    version.map { $0 < NginxVersion(major, minor, patch) } ?? false
  }

  /// A build that nobody told anything about.
  package static let unknown = NginxBuild()

  /// Debian's package of nginx 1.22.1.
  package static let debian12 = {
    var build = NginxBuild(
      version: NginxVersion(1, 22, 1),
      modules: Set(NginxDirectiveTable.standard.commands.filter(\.isInDebian).map(\.module))
    )
    build.lacksFileAIO = true
    return build
  }()

  /// nginx.org's packages and Docker's official image, which build mail and stream in.
  package static func official(_ version: NginxVersion?) -> NginxBuild {
    let separate = ["geoip", "image_filter", "perl", "xslt", "google_perftools", "degradation"]
    let commands = NginxDirectiveTable.standard.commands.filter { command in
      command.origin == .core && !separate.contains { command.module.contains($0) }
    }
    return NginxBuild(version: version, modules: Set(commands.map(\.module)))
  }
}
