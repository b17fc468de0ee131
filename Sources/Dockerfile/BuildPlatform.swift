/// What an image is built for, such as `linux/amd64`.
package struct BuildPlatform: Hashable, Sendable {
  package var system: String
  package var architecture: String
  package var variant: String

  package static let linuxAMD64 = BuildPlatform(
    system: "linux", architecture: "amd64", variant: "")

  package init(system: String, architecture: String, variant: String) {
    self.system = system
    self.architecture = architecture
    self.variant = variant
  }

  /// Reads a platform as containerd's `platforms.Parse` does.
  init(parsing text: String) throws(PlatformFault) {
    if text.contains("*") { throw .wildcard }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if let part = parts.first(where: { !Self.isComponent($0) }) { throw .invalidComponent(part) }
    switch parts.count {
    case 1:
      let name = parts[0].lowercased()
      if knownSystems.contains(name) {
        self.init(system: name, architecture: "amd64", variant: "")
      } else if knownArchitectures.contains(name) || architectureAliases[name] != nil {
        self.init(
          system: "linux", architecture: architectureAliases[name] ?? name, variant: "")
      } else {
        throw .unknownName
      }
    case 2, 3:
      let architecture = parts[1].lowercased()
      self.init(
        system: parts[0].lowercased(),
        architecture: architectureAliases[architecture] ?? architecture,
        variant: parts.count == 3 ? parts[2].lowercased() : "")
    default:
      throw .tooManyParts
    }
  }

  private static func isComponent(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: ".")
      }
  }

  package var text: String {
    variant.isEmpty ? "\(system)/\(architecture)" : "\(system)/\(architecture)/\(variant)"
  }
}

private let knownSystems: Set = [
  "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux",
  "nacl", "netbsd", "openbsd", "plan9", "solaris", "windows", "zos",
]
private let knownArchitectures: Set = [
  "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle",
  "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv",
  "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
]
private let architectureAliases = [
  "x86_64": "amd64", "x86-64": "amd64", "aarch64": "arm64", "i386": "386", "armhf": "arm",
  "armel": "arm",
]
