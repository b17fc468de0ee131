import FoundationEssentials
import Glibc
import Machine
import NginxConfig
import SourceText

/// Times the reading of one configuration: `nginx-timing tokens|load FILE`.
@main
enum NginxTiming {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: nginx-timing tokens|load FILE")
      exit(2)
    }
    let path = CommandLine.arguments[2]
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let clock = ContinuousClock()
    let problems: [String]
    let start = clock.now
    if CommandLine.arguments[1] == "tokens" {
      countTokens(bytes)
      problems = []
    } else {
      problems = load(path, bytes)
    }
    let seconds =
      Double((clock.now - start).components.attoseconds) / 1e18
      + Double((clock.now - start).components.seconds)
    let speed = Double(bytes.count) / seconds / 1e6
    print("seconds=\(seconds) megabytes_per_second=\(speed)")
    for problem in problems.prefix(3) { print(problem) }
  }

  private static func countTokens(_ bytes: [UInt8]) {
    var lexer = NginxLexer(bytes)
    var words: [NginxWord] = []
    var count = 0
    while true {
      words.removeAll(keepingCapacity: true)
      if case .endOfFile = lexer.statement(into: &words) { break }
      count += words.count
    }
    print("words=\(count)")
  }

  private static func load(_ path: String, _ bytes: [UInt8]) -> [String] {
    var sources = SourceFiles()
    let configuration = NginxLoader.load(
      NginxSetup(mainFile: path, build: .debian12), files: OneFile(path: path, bytes: bytes),
      sources: &sources
    )
    print("directives=\(configuration.count)")
    return configuration.problems.filter { $0.consequence == .refuses }.map(\.message)
  }
}

/// A file system with one file.
private struct OneFile: FileTree {
  let path: String
  let bytes: [UInt8]

  func lookup(_ path: String) -> FileLookup {
    path == self.path ? .file(bytes: bytes, origin: nil) : .unknown
  }

  func entries(ofFolder path: String) -> FolderListing {
    FolderListing(names: [], isComplete: false)
  }
}
