import FoundationEssentials
import Machine
import SourceText
import Testing
import UwsgiConfig

/// What socket files and processes of the real uWSGI were; `script/record-uwsgi-sockets` asks it.
struct RecordedSockets: CustomTestStringConvertible, Sendable {
  let starter: String
  let options: String
  let outcome: String

  var testDescription: String { "\(starter): \(options)" }

  static let all: [RecordedSockets] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "testdata/uwsgi/sockets.tsv")
    let text = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t").map(String.init)
      return RecordedSockets(starter: columns[0], options: columns[1], outcome: columns[2])
    }
  }()

  /// Those of Debian's accounts that the options name.
  private static let accounts = Accounts(
    users: [
      User(name: "root", id: 0, groupID: 0), User(name: "daemon", id: 1, groupID: 1),
      User(name: "games", id: 5, groupID: 60), User(name: "www-data", id: 33, groupID: 33),
      User(name: "nobody", id: 65534, groupID: 65534),
    ],
    groups: [
      Group(name: "root", id: 0), Group(name: "daemon", id: 1), Group(name: "games", id: 60),
      Group(name: "www-data", id: 33), Group(name: "nogroup", id: 65534),
    ],
    isComplete: true)

  /// The configuration that these options make, started in a folder that anyone may write.
  func load() -> UwsgiConfiguration {
    var instance = Instance()
    instance.accounts = Self.accounts
    instance.folder = "/w"
    instance.tree = MemoryTree(
      files: ["/usr/lib/uwsgi/plugins/http_plugin.so": ""], folders: ["/w", "/w/sub"])
    if starter == "www-data" {
      instance.machine.userID = 33
      instance.machine.groupID = 33
    }
    let lines = options.split(separator: " ")
      .map { $0.replacing("=", with: " = ", maxReplacements: 1) }
    return instance.load(lines.joined(separator: "\n"))
  }

  /// The same words as in the recording, without supplementary groups.
  func summary(of configuration: UwsgiConfiguration) -> String {
    let refusal = configuration.problems.first { $0.consequence == .refuses }
    if let refusal { return "left: " + refusal.message }
    let instance = configuration.instance
    let files = instance.sockets.filter { $0.shadowedBy == nil && !$0.written.hasPrefix("=") }
      .compactMap { socket -> String? in
        guard case .unix(let path) = socket.address, let file = socket.file else { return nil }
        let mode = file.mode.map { String($0, radix: 8) } ?? "?"
        return "\(path.dropFirst(3)) \(words(file.owner)) \(mode)"
      }
    let master = instance.processes.hasMaster == true ? ["master " + words(instance.master)] : []
    return (files.sorted() + master + ["worker " + words(instance.workers)])
      .joined(separator: "; ")
  }

  private func words(_ identity: UwsgiIdentity?) -> String {
    let user = identity?.userID.map(String.init) ?? "?"
    return "\(user):\(identity?.groupID.map(String.init) ?? "?")"
  }

  /// What was recorded, without supplementary groups.
  var expected: String {
    var text = ""
    var isInside = false
    for character in outcome {
      if character == "[", !outcome.hasPrefix("left") { isInside = true }
      if !isInside { text.append(character) }
      if character == "]" { isInside = false }
    }
    return text
  }
}

@Suite struct `Recorded sockets` {
  @Test func `every recording is there`() {
    #expect(RecordedSockets.all.count >= 250)
  }

  @Test(arguments: RecordedSockets.all)
  func `owners, modes and users are those of the real uWSGI`(_ recording: RecordedSockets) {
    #expect(recording.summary(of: recording.load()) == recording.expected)
  }
}
