import Glibc
import FoundationEssentials

/// Compares what the parsers make of a folder of recorded inputs with what the programs made of it.
@main
enum Vectors {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let program = arguments.first, let folder = arguments.dropFirst().first else {
      print("usage: vectors nginx|nginx-routes|uwsgi|supervisord|dockerfile FOLDER")
      exit(2)
    }
    guard FileManager.default.fileExists(atPath: folder) else {
      print("\(folder): there is no such folder")
      exit(2)
    }
    var comparison = Comparison()
    do {
      try compare(program, folder, &comparison)
    } catch {
      print("\(folder): cannot be read as vectors of \(program): \(error)")
      exit(2)
    }
    print("agree \(comparison.agreed) of \(comparison.total)")
    exit(comparison.total > 0 && comparison.agreed == comparison.total ? 0 : 1)
  }

  private static func compare(
    _ program: String, _ folder: String, _ comparison: inout Comparison
  ) throws {
    switch program {
    case "nginx": try NginxVectors(folder: folder).run(&comparison)
    case "nginx-routes": try NginxRouteVectors(folder: folder).run(&comparison)
    case "uwsgi": UwsgiVectors(folder: folder).run(&comparison)
    case "supervisord": try SupervisorVectors(folder: folder).run(&comparison)
    case "dockerfile": try DockerfileVectors(folder: folder).run(&comparison)
    default:
      print("no vectors are known for \(program)")
      exit(2)
    }
  }
}
