package import SourceText

/// A loaded configuration as `dovetail parse` prints it, in JSON.
///
/// Each value tells its place, or that it is the default; one that is not known is null.
package struct SupervisorPayload: Encodable {
  let configuration: SupervisorConfiguration
  let sources: SourceFiles
  private let lines: [LineIndex]

  package init(_ configuration: SupervisorConfiguration, sources: SourceFiles) {
    self.configuration = configuration
    self.sources = sources
    lines = sources.files.map(LineIndex.init)
  }

  package func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
  }

  private var document: PayloadValue {
    .object([
      "status": .text(status),
      "error": .optional(configuration.refusal) { .text($0.message) },
      "file": file,
      "problems": .list(configuration.problems.map(problem)),
      "includes": .list(configuration.includes.map(include)),
      "supervisord": .optional(configuration.supervisord, supervisord),
      "groups": .list(configuration.groups.map(group)),
      "http_servers": .list(configuration.httpServers.map(server)),
      "rpcinterfaces": .list(configuration.rpcInterfaces.map(rpcInterface)),
    ])
  }

  private var status: String {
    switch configuration.wouldStart {
    case true?: "ok"
    case false?: "failed"
    case nil: "unknown"
    }
  }

  private var file: PayloadValue {
    if case .found(let path) = configuration.search.outcome { .text(path) } else { .null }
  }

  private func problem(_ problem: SupervisorProblem) -> PayloadValue {
    var members = place(problem.span)
    members["code"] = .text(problem.code)
    members["message"] = .text(problem.message)
    members["consequence"] = .text(problem.consequence.rawValue)
    return .object(members)
  }

  private func include(_ pattern: IncludePattern) -> PayloadValue {
    .object([
      "pattern": .text(pattern.pattern), "files": .list(pattern.paths.map { .text($0) }),
      "complete": .bool(pattern.isComplete),
    ])
  }

  private func server(_ server: HTTPServer) -> PayloadValue {
    var members = place(server.span)
    members["section"] = .text(server.section)
    switch server.address.value {
    case .inet(let host, let port): members["address"] = .text("\(host):\(port)")
    case .unix(let path): members["address"] = .text("unix:\(path)")
    case nil: members["address"] = .null
    }
    // A password is not for print.
    members["authenticates"] = .bool(server.username != nil)
    return .object(members)
  }

  private func rpcInterface(_ interface: RPCInterface) -> PayloadValue {
    var members = place(interface.span)
    members["name"] = .text(interface.name)
    members["factory"] = text(interface.factory)
    return .object(members)
  }

  /// The place of a span, in lines and columns that count from 1.
  func place(_ span: SourceSpan) -> [String: PayloadValue] {
    let position = lines[Int(span.file.rawValue)].position(at: Int(span.start))
    return [
      "file": .text(sources[span.file].displayPath), "line": .int(position.line),
      "column": .int(position.column),
    ]
  }
}

/// Values with their places.
extension SupervisorPayload {
  func setting<Value>(
    _ setting: Setting<Value>, _ make: (Value) -> PayloadValue
  ) -> PayloadValue {
    var members = setting.span.map(place) ?? [:]
    members["value"] = .optional(setting.value, make)
    if setting.isDefault { members["default"] = .bool(true) }
    return .object(members)
  }

  func text(_ value: Setting<String>) -> PayloadValue { setting(value) { .text($0) } }
  func int(_ value: Setting<Int>) -> PayloadValue { setting(value) { .int($0) } }
  func bool(_ value: Setting<Bool>) -> PayloadValue { setting(value) { .bool($0) } }

  func octal(_ value: Setting<Int>) -> PayloadValue {
    setting(value) { .text("0" + String($0, radix: 8)) }
  }

  func user(_ value: Setting<UserReference>) -> PayloadValue {
    setting(value) { .text($0.text) }
  }

  func environment(_ pairs: [EnvironmentPair]) -> PayloadValue {
    let members = pairs.map { ($0.name, PayloadValue.optional($0.value) { .text($0) }) }
    return .object(Dictionary(members) { $1 })
  }
}
