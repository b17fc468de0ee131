import FoundationEssentials
import NginxConfig
import Testing

/// Which files nginx gives out, as `script/record-file-routes` has seen it.
@Suite struct `A route to a file` {
  @Test(arguments: RecordedAnswer.all)
  func `is nginx's`(answer: RecordedAnswer) throws {
    let url = answer.address.hasPrefix("/") ? "127.0.0.1:8097\(answer.address)" : answer.url
    let request = try #require(NginxRequest("http://\(url)"))
    let route = try RecordedAnswer.configuration.route(request, files: RecordedAnswer.files)
    #expect(route.isCertain == answer.isCertain)
    guard answer.isCertain else { return }
    #expect(route.status == answer.status)
    if answer.status == 200 {
      let isList = route.file?.hasSuffix("/") ?? false
      #expect((isList ? nil : route.file) == answer.file.map { "/prefix/\($0)" })
    }
  }
}

struct RecordedAnswer: CustomTestStringConvertible, Sendable {
  let address: String
  let status: Int
  let file: String?

  var testDescription: String { address }

  /// The address with the port that nginx listened on.
  var url: String {
    let host = address.prefix { $0 != "/" }
    return "\(host):8097\(address.dropFirst(host.count))"
  }

  /// Who may ask is known only where nobody may.
  var isCertain: Bool { !address.hasPrefix("/granted/") }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../testdata/nginx/file-routes")

  static let all: [RecordedAnswer] = {
    let answers = folder.appending(path: "answers.tsv")
    let lines = (try? String(contentsOf: answers, encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return RecordedAnswer(
        address: String(fields[0]), status: Int(fields[1]) ?? 0,
        file: fields[2].isEmpty ? nil : String(fields[2]))
    }
  }()

  static var configuration: NginxConfiguration {
    get throws {
      load(try String(contentsOf: folder.appending(path: "nginx.conf"), encoding: .utf8))
    }
  }

  static var files: RouteFiles {
    let names = [
      "site/static/site.css", "site/static/css/a.css", "site/index.html", "site/docs/index.htm",
      "site/list/one.txt", "html/index.html", "html/50x.html", "site/main.py",
    ]
    let files = Dictionary(uniqueKeysWithValues: names.map { ("/prefix/\($0)", $0) })
    return RouteFiles(tree: MemoryTree(files: files), prefix: "/prefix")
  }
}
