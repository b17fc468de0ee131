import FoundationEssentials
import SourceText
import Testing
import UwsgiConfig

/// What the real uWSGI said of an option's value; `script/record-uwsgi-values` asks it.
struct RecordedValue: CustomTestStringConvertible, Sendable {
  let option: String
  let plugin: String
  let value: String

  /// Empty where it loads.
  let message: String

  var testDescription: String { "\(option) = \(value)" }

  static let all: [RecordedValue] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "testdata/uwsgi/values.tsv")
    let text = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return RecordedValue(
        option: columns[0], plugin: columns[1], value: columns[2], message: columns[3])
    }
  }()

  /// Every option of one name, so that there are hundreds of cases and not thousands.
  static let byOption = Dictionary(grouping: all, by: \.option).values
    .sorted { $0[0].option < $1[0].option }

  /// What our reading says: the message of what makes uWSGI leave, or nothing.
  var ownMessage: String {
    var instance = Instance()
    instance.machine.version = "2.0.21-debian"
    if plugin == "python" { instance.program = "/usr/bin/uwsgi_python3" }
    let isExtra = plugin != "core" && plugin != "python"
    instance.tree.files["/usr/lib/uwsgi/plugins/\(plugin)_plugin.so"] = ""
    let lines = (isExtra ? "plugin = \(plugin)\n" : "") + "\(option) = \(value)"
    let problems = instance.load(lines).loadingProblems
    return problems.first { $0.consequence == .refuses }?.message ?? ""
  }
}

@Suite struct `Recorded values` {
  @Test func `every recording is there`() {
    #expect(RecordedValue.byOption.count >= 250)
  }

  @Test(arguments: RecordedValue.byOption)
  func `uWSGI says the same of it`(_ recordings: [RecordedValue]) {
    for recording in recordings {
      #expect(recording.ownMessage == recording.message, "\(recording.testDescription)")
    }
  }
}
