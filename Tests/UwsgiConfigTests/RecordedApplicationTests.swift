import FoundationEssentials
import Machine
import Testing
import UwsgiConfig

/// Whether the real uWSGI found an application; `script/record-uwsgi-applications` asks it.
struct RecordedApplication: Decodable, CustomTestStringConvertible, Sendable {
  let name: String
  let options: [String]
  let files: [String: String]
  let outcome: String

  var testDescription: String { name }

  static let all: [RecordedApplication] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "testdata/uwsgi/applications.json")
    let data = (try? Data(contentsOf: file)) ?? Data()
    return (try? JSONDecoder().decode([RecordedApplication].self, from: data)) ?? []
  }()

  /// The outcomes on paper of the applications that these options ask for.
  var outcomes: [UwsgiApplication.Outcome] {
    var instance = Instance()
    instance.folder = "/w"
    instance.program = "/usr/bin/uwsgi_python3"
    instance.tree = MemoryTree(
      files: ["/usr/lib/uwsgi/plugins/python3_plugin.so": ""], folders: ["/w", "/usr/lib/python3"])
    instance.tree.unknownFolders = ["/usr/lib/python3"]
    for (path, text) in files { instance.tree.files["/w/" + path] = text }
    let lines = ["socket = 127.0.0.1:0"] + options
    return instance.load(lines.joined(separator: "\n")).instance.applications.map(\.outcome)
  }
}

@Suite struct `Recorded applications` {
  /// What only running Python can tell: code that raises, and branches that are not taken.
  private static let beyondReading: Set<String> = [
    "shape-raises", "shape-exits", "shape-syntax-error", "shape-bad-indentation",
    "shape-in-false-if", "shape-import-missing", "shape-from-missing-name", "shape-except-as",
    "shape-in-raw-string", "file-imports-neighbour",
  ]

  @Test func `every recording is there`() {
    #expect(RecordedApplication.all.count >= 190)
  }

  @Test(arguments: RecordedApplication.all)
  func `an application that is missing on paper is missing`(_ recording: RecordedApplication) {
    for outcome in recording.outcomes {
      switch outcome {
      case .unknown: continue
      case .found where Self.beyondReading.contains(recording.name): continue
      case .found: #expect(recording.outcome == "found")
      case .missing, .callableMissing, .failing: #expect(recording.outcome == "missing")
      }
    }
  }

  @Test func `five of six are decided`() {
    let undecided = RecordedApplication.all.filter { $0.outcomes.contains(.unknown) }
    let names = undecided.map(\.name)
    #expect(names.count * 6 <= RecordedApplication.all.count, "\(names)")
  }
}
