import FoundationEssentials
import Machine
import SourceText
import SupervisorConfig

/// Compares the readers of supervisord's configuration with supervisord and supervisorctl.
package struct SupervisorVectors {
  let folder: URL

  /// Takes the folder with `fixture.json`, `cases.json` and a recording for every case.
  package init(folder: String) {
    self.folder = URL(fileURLWithPath: folder).standardizedFileURL
  }

  /// Loads every case, and counts those that agree.
  package func run(_ comparison: inout Comparison) throws {
    let fixture = try decode(SupervisorFixture.self, "fixture.json")
    let cases = try decode([String: SupervisorFixture.Case].self, "cases.json")
    for (name, variation) in cases.sorted(by: { $0.key < $1.key }) {
      let expected = try decode(JSONValue.self, "\(name).expected.json")
      let argv = variation.argv ?? ["-c", "\(fixture.root)/\(name).conf"]
      let isClient = variation.tool == "client"
      let invocation = Invocation(
        arguments: ["/usr/bin/\(isClient ? "supervisorctl" : "supervisord")"].map { Argument($0) }
          + argv.map { Argument($0) },
        environment: try environment(variation), workingDirectory: fixture.root
      )
      let tree = SupervisorFixtureTree(fixture, folder: folder.path)
      var files = SourceFiles()
      let differences: [String]
      if isClient {
        let loader = SupervisorctlLoader(
          invocation: invocation, tree: tree, accounts: fixture.accounts, userID: 0
        )
        differences = compare(loader.load(files: &files), expected)
      } else {
        let loader = SupervisorLoader(
          invocation: invocation, tree: tree, accounts: fixture.accounts, hostName: fixture.host,
          userID: 0, pythonPackages: PythonPackages(isComplete: true)
        )
        differences = compare(loader.load(files: &files), expected)
      }
      comparison.record(name, differences: differences)
    }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let path = folder.appending(path: name, directoryHint: .notDirectory)
    return try JSONDecoder().decode(type, from: Data(contentsOf: path))
  }

  /// The variables in the order of the files: Python keeps it, and a bare `%s` shows it.
  private func environment(_ variation: SupervisorFixture.Case) throws -> Environment {
    var values = try decode(SupervisorFixture.self, "fixture.json").env.members
      .compactMapValues(\.text)
    let fixture = folder.appending(path: "fixture.json", directoryHint: .notDirectory)
    let text = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
    let start = text.firstRange(of: "\"env\"")?.upperBound ?? text.startIndex
    let order = values.keys.sorted { left, right in
      let places = [left, right].map {
        text[start...].firstRange(of: "\"\($0)\":")?.lowerBound ?? text.endIndex
      }
      return places[0] < places[1]
    }
    values.merge(variation.env ?? [:]) { $1 }
    return Environment(values: values, isComplete: true, order: order)
  }

  private func compare(
    _ configuration: SupervisorctlConfiguration, _ expected: JSONValue
  ) -> [String] {
    let outcome = outcome(
      refusal: configuration.refusal, onlyInforms: configuration.onlyInforms,
      isComplete: configuration.isComplete
    )
    var differences = outcome.differences(from: outcomeRecorded(expected), at: "outcome")
    if let wanted = expected["supervisorctl"], differences.isEmpty {
      let mine = JSONValue.object([
        "serverurl": .optional(configuration.serverURL.value) { .string($0) },
        "username": .optional(configuration.username?.value) { .string($0) },
        "password": .optional(configuration.password?.value) { .string($0) },
        "prompt": .optional(configuration.prompt.value) { .string($0) },
        "history_file": .optional(configuration.historyFile?.value) { .string($0) },
      ])
      differences += mine.differences(from: wanted, at: "supervisorctl")
    }
    return differences
  }

  private func compare(
    _ configuration: SupervisorConfiguration, _ expected: JSONValue
  ) -> [String] {
    let outcome = outcome(
      refusal: configuration.refusal, onlyInforms: configuration.onlyInforms,
      isComplete: configuration.isComplete
    )
    var differences = outcome.differences(from: outcomeRecorded(expected), at: "outcome")
    guard differences.isEmpty else { return differences }
    let document = SupervisorDocument(configuration)
    let isAccepted = expected["result"]?.text == "ok"
    for part in ["parse_warnings", "parse_infos"] {
      let wanted = (expected[part]?.elements ?? []).withoutRepetitions
      // We read on where supervisord gives up.
      let mine = (document[part] ?? .null).elements.prefix(isAccepted ? Int.max : wanted.count)
      differences += JSONValue.array(Array(mine)).differences(from: .array(wanted), at: part)
    }
    guard isAccepted else { return differences }
    for part in [
      "ini", "supervisord", "http_servers", "rpcinterfaces", "groups", "effective",
      "ini_section_file",
    ] {
      guard let wanted = expected[part] else { continue }
      differences += (document[part] ?? .null).differences(
        from: SupervisorDocument.comparable(part, wanted), at: part
      )
    }
    return differences
  }

  private func outcome(
    refusal: SupervisorProblem?, onlyInforms: Bool, isComplete: Bool
  ) -> JSONValue {
    if onlyInforms { return .object(["exit": .int(0)]) }
    if let refusal {
      return .object(["exit": .int(2), "error": .string(refusal.message)])
    }
    return .string(isComplete ? "ok" : "unknown")
  }

  /// A traceback of Python counts as a refusal: supervisorctl shows its errors so.
  private func outcomeRecorded(_ expected: JSONValue) -> JSONValue {
    if let exception = expected["exception"] {
      return .object(["exit": .int(2), "error": exception["message"] ?? .null])
    }
    guard expected["result"]?.text == "exit" else { return expected["result"] ?? .null }
    var outcome = ["exit": expected["exit_code"] ?? .null]
    outcome["error"] = expected["error"]
    return .object(outcome)
  }
}

extension [JSONValue] {
  fileprivate var withoutRepetitions: [JSONValue] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
