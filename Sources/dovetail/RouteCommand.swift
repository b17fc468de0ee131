import ArgumentParser
import Boot
import NginxConfig
import SourceText

struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Show which server, location and upstream a request would reach, and why."
  )

  @Argument(help: "The address that a client asks for, such as http://example.com/api/.")
  var url: String

  @OptionGroup var stacks: StackOptions

  func validate() throws {
    if NginxRequest(url) == nil { throw ValidationError("'\(url)' is no address of a request") }
  }

  func run() throws {
    guard let request = NginxRequest(url) else { return }
    var isAnswered = false
    for stack in try stacks.load() {
      for process in stack.boot.processes {
        guard case .nginx(let configurations, _) = process.configuration else { continue }
        for configuration in configurations {
          let route = configuration.route(request)
          isAnswered = isAnswered || route.server != nil
          Terminal.write(text(of: route, stack.sources), to: .output)
        }
      }
    }
    if !isAnswered { throw ExitStatus.findings }
  }

  private func text(of route: NginxRoute, _ sources: SourceFiles) -> String {
    route.steps.map { step in
      guard let directive = step.directive else { return "\(step.reason)\n" }
      let span = directive.headSpan
      let line = LineIndex(sources[span.file]).position(at: Int(span.start)).line
      return "\(sources[span.file].displayPath):\(line): \(step.reason)\n"
    }.joined()
  }
}
