internal import Image
internal import Machine
internal import SourceText

extension Booter {
  /// How many modules are read at most: rules look for what few files of an application hold.
  private static let moduleLimit = 400

  /// Adds the application's own modules to the sources, where a uWSGI runs that may load them.
  mutating func readApplication() {
    guard let image = container.image, boot.processes.contains(where: { $0.program == .uwsgi })
    else { return }
    let modules = image.filesOfTheBuildFolder.filter { $0.path.hasSuffix(".py") }
    for entry in modules.prefix(Self.moduleLimit) {
      guard case .buildFolder(let origin) = entry.node.origin,
        let bytes = image.bytes(of: entry.node)
      else { continue }
      _ = sources.add(path: entry.path, origin: origin, bytes: bytes)
    }
  }
}
