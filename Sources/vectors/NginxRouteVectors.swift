import FoundationEssentials
import NginxConfig
import SourceText

/// Compares where requests go with what a running nginx answered to them.
struct NginxRouteVectors {
  let folder: URL

  init(folder: String) {
    self.folder = URL(fileURLWithPath: folder).standardizedFileURL
  }

  private struct Answer: Decodable {
    let url: String

    /// The body of nginx's answer, or its status where nginx made it up itself.
    let answer: String
  }

  func run(_ comparison: inout Comparison) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".routes.json") }.map { String($0.dropLast(12)) }.sorted()
    for name in names {
      let data = try Data(contentsOf: file("\(name).routes.json"))
      var sources = SourceFiles()
      let configuration = NginxLoader.load(
        NginxSetup(mainFile: file("\(name).conf").path, build: .debian12), files: DiskTree(),
        sources: &sources
      )
      for answer in try JSONDecoder().decode([Answer].self, from: data) {
        let ours = Self.answer(of: configuration, to: answer.url)
        let difference = "we say \(ours), nginx \(answer.answer)"
        comparison.record(
          "\(name).conf \(answer.url)", differences: ours == answer.answer ? [] : [difference])
      }
    }
  }

  private func file(_ name: String) -> URL {
    folder.appending(path: name, directoryHint: .notDirectory)
  }

  private static func answer(of configuration: NginxConfiguration, to url: String) -> String {
    guard let request = NginxRequest(url) else { return "400" }
    let route = configuration.route(request)
    if let handler = route.handler {
      // Nothing listens where the configurations pass requests to.
      return handler.name == "return" && handler.values.count > 1
        ? handler.values[1] : "\(route.status ?? 502)"
    }
    return "\(route.status ?? 404)"
  }
}
