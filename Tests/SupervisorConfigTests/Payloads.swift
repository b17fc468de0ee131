import FoundationEssentials
import SupervisorConfig
import Testing

/// `dovetail parse` prints what is effective, and where it stands.
@Suite struct Payloads {
  @Test func `a process tells its values with their places`() throws {
    let machine = PaperMachine("[supervisord]\n[program:a]\ncommand=/bin/x y\nstartsecs = 5\n")
    let (configuration, sources) = machine.load()
    let data = try JSONEncoder().encode(SupervisorPayload(configuration, sources: sources))
    let payload = try JSONDecoder().decode(Payload.self, from: data)
    #expect(payload.status == "ok")
    let process = try #require(payload.groups.first?.processes.first)
    #expect(process.name.value == "a")
    #expect(process.argv.map(\.value) == ["/bin/x", "y"])
    #expect(process.argv.map(\.column) == [9, 16])
    #expect(process.startsecs.value == 5)
    #expect(process.startsecs.line == 4)
    #expect(process.startsecs.isDefault == nil)
    #expect(process.stopwaitsecs.isDefault == true)
    #expect(process.stopwaitsecs.line == nil)
  }

  @Test func `a refusal is told with its words`() throws {
    let (configuration, sources) = PaperMachine("[supervisord]\nnodaemon=yep\n").load()
    let data = try JSONEncoder().encode(SupervisorPayload(configuration, sources: sources))
    let payload = try JSONDecoder().decode(Payload.self, from: data)
    #expect(payload.status == "failed")
    #expect(payload.error == "not a valid boolean value: 'yep'")
  }

  private struct Payload: Decodable {
    let status: String
    let error: String?
    let groups: [Group]
  }

  private struct Group: Decodable {
    let processes: [Process]
  }

  private struct Process: Decodable {
    let name: Setting<String>
    let argv: [Setting<String>]
    let startsecs: Setting<Int>
    let stopwaitsecs: Setting<Int>
  }

  private struct Setting<Value: Decodable>: Decodable {
    let value: Value?
    let line: Int?
    let column: Int?
    let isDefault: Bool?

    private enum CodingKeys: String, CodingKey {
      case value, line, column
      case isDefault = "default"
    }
  }
}
