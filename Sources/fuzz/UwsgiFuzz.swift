import Machine
import SourceText
import UwsgiConfig

/// uWSGI's configurations, in all their forms.
enum UwsgiFuzz {
  /// A tree in which the input is every file, so that it may include itself.
  private struct EchoTree: FileTree {
    let bytes: [UInt8]

    func lookup(_ path: String) -> FileLookup {
      path.hasSuffix("/") || path == "/app" ? .folder : .file(bytes: bytes, origin: nil)
    }

    func entries(ofFolder path: String) -> FolderListing {
      FolderListing(names: ["f", "f.py"], isComplete: false)
    }

    func destination(ofLink path: String) -> String? {
      path.hasSuffix("l") ? "f" : nil
    }
  }

  /// Loads the input in the form that its beginning tells.
  static func read(_ bytes: [UInt8]) {
    var files = SourceFiles()
    let configuration = UwsgiConfiguration(
      Invocation(
        arguments: ["uwsgi_python3", "--\(form(of: bytes))", "/f"].map { Argument($0) },
        environment: Environment(values: ["FOO": "$(FOO)"], isComplete: false),
        workingDirectory: "/app"),
      machine: UwsgiMachine(userID: 0, groupID: 0, build: .debian), tree: EchoTree(bytes: bytes),
      accounts: Accounts(isComplete: false), files: &files)
    for problem in configuration.problems {
      precondition(!problem.message.isEmpty, "\(problem) has nothing to say")
      precondition(isInside(problem.span, files), "\(problem) lies outside of its file")
    }
    for option in configuration.options {
      precondition(isInside(option.valueSpan, files), "\(option.name) lies outside of its file")
    }
  }

  private static func isInside(_ span: SourceSpan, _ files: SourceFiles) -> Bool {
    Int(span.end) <= files[span.file].bytes.count
  }

  private static func form(of bytes: [UInt8]) -> String {
    switch bytes.first(where: { $0 > 32 }) {
    case UInt8(ascii: "{"): "json"
    case UInt8(ascii: "<"): "xml"
    case UInt8(ascii: "["), UInt8(ascii: ";"), UInt8(ascii: "#"): "ini"
    default: "yaml"
    }
  }
}
