internal import Boot
internal import NginxConfig
internal import SupervisorConfig
internal import UwsgiConfig

extension BootProcess.Configuration {
  /// The path of the main file; nil where there is none, or none that is known.
  var path: String? {
    switch self {
    case .none: return nil
    case .nginx(let configurations, _): return configurations.first?.mainFile
    case .uwsgi(let configuration): return configuration.mainFile
    case .supervisord(let configuration):
      guard case .found(let path) = configuration.search.outcome else { return nil }
      return path
    }
  }

  /// Whether all of it was read and nothing of it is unknown.
  var isComplete: Bool {
    switch self {
    case .none: true
    case .nginx(let configurations, _): configurations.allSatisfy(\.isComplete)
    case .uwsgi(let configuration): configuration.isComplete
    case .supervisord(let configuration): configuration.isComplete
    }
  }
}

extension UwsgiConfiguration {
  /// The first file that the command line or the environment names.
  fileprivate var mainFile: String? {
    let names: Set = ["ini", "xml", "yaml", "yml", "json", "config"]
    return options.first { names.contains($0.name) && $0.place != .file }?.value?.text
  }
}
