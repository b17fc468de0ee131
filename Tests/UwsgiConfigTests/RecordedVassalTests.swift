import FoundationEssentials
import Machine
import Testing
import UwsgiConfig

/// Which vassals the real Emperor started, and how; `script/record-uwsgi-vassals` asks it.
struct RecordedVassals: Decodable, Sendable {
  struct Vassal: Decodable, Hashable, Sendable {
    let words: [String]
    let folder: String
    let user: String
  }

  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    let name: String
    let options: [String]
    let vassals: [Vassal]

    var testDescription: String { name }
  }

  let files: [String: String]
  let cases: [Case]

  static let recorded: RecordedVassals? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "testdata/uwsgi/vassals.json")
    return (try? Data(contentsOf: file))
      .flatMap { try? JSONDecoder().decode(RecordedVassals.self, from: $0) }
  }()

  /// The vassals on paper of the options of a case.
  func vassals(_ recording: Case) -> Set<Vassal> {
    var instance = Instance()
    instance.folder = "/w"
    instance.machine.executablePath = "/usr/bin/uwsgi-core"
    instance.tree = MemoryTree(folders: ["/w"])
    for (path, text) in files { instance.tree.files["/w/" + path] = text }
    instance.tree.files["/w/emperor.txt"] =
      "[uwsgi]\n" + recording.options.joined(separator: "\n") + "\n"
    let vassals = instance.load(arguments: ["--ini", "emperor.txt"]).instance.vassals
    return Set(
      vassals.all.map { vassal in
        Vassal(
          words: vassal.invocation.arguments.map(\.text),
          folder: vassal.invocation.workingDirectory ?? "?",
          user: "\(vassal.starter?.userID ?? -1):\(vassal.starter?.groupID ?? -1)")
      })
  }
}

@Suite struct `Vassals of an Emperor` {
  @Test func `every recording is there`() {
    #expect((RecordedVassals.recorded?.cases.count ?? 0) >= 20)
  }

  @Test(arguments: RecordedVassals.recorded?.cases ?? [])
  func `vassals are those that the real Emperor starts`(_ recording: RecordedVassals.Case) {
    #expect(RecordedVassals.recorded?.vassals(recording) == Set(recording.vassals))
  }

  @Test(arguments: ["emperor = pg://host/db", "emperor = amqp://host", "emperor = $(WHERE)"])
  func `vassals from elsewhere are not known`(line: String) {
    var open = Instance()
    open.environment.isComplete = false
    #expect(!open.load(line).instance.vassals.isComplete)
  }

  @Test func `a vassal has a master unless it says no`() {
    var vassal = Instance()
    vassal.environment.values["UWSGI_EMPEROR_FD"] = "5"
    #expect(vassal.load("socket = :1").instance.processes.hasMaster == true)
    #expect(vassal.load("socket = :1\nmaster = false").instance.processes.hasMaster == false)
  }

  @Test func `variables for vassals lose their prefix`() {
    var emperor = Instance()
    emperor.environment.values["UWSGI_VASSAL_PROCESSES"] = "3"
    emperor.tree.files["/app/a.ini"] = "[uwsgi]\n"
    let vassal = emperor.load("emperor = a.ini").instance.vassals.all.first
    #expect(vassal?.invocation.environment.values["UWSGI_PROCESSES"] == "3")
  }
}
