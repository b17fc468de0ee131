import Machine
import SourceText
import UwsgiConfig

/// A tree in which the fuzzer's input is every file, so that it may include itself.
private struct EchoTree: FileTree {
  let bytes: [UInt8]

  func lookup(_ path: String) -> FileLookup {
    path.hasSuffix("/") || path == "/app" ? .folder : .file(bytes: bytes, origin: nil)
  }

  func entries(ofFolder path: String) -> FolderListing {
    FolderListing(names: ["f", "f.py", "f.ini"], isComplete: false)
  }

  func destination(ofLink path: String) -> String? {
    path.hasSuffix("l") ? "f" : nil
  }
}

/// The form that a text's beginning tells.
private func form(of bytes: [UInt8]) -> String {
  switch bytes.first(where: { $0 > 32 }) {
  case UInt8(ascii: "{"): "json"
  case UInt8(ascii: "<"): "xml"
  case UInt8(ascii: "["), UInt8(ascii: ";"), UInt8(ascii: "#"): "ini"
  default: "yaml"
  }
}

/// Loads random bytes in the form that they look like, as Debian's build and as upstream's.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  load(bytes, .debian)
  var other = UwsgiBuild.pip
  other.jsonLibrary = .jansson
  load(bytes, other)
  return 0
}

private func load(_ bytes: [UInt8], _ build: UwsgiBuild) {
  var files = SourceFiles()
  let configuration = UwsgiConfiguration(
    Invocation(
      arguments: ["uwsgi_python3", "--\(form(of: bytes))", "/f"].map { Argument($0) },
      environment: Environment(values: ["FOO": "$(FOO)"], isComplete: false),
      workingDirectory: "/app"),
    machine: UwsgiMachine(userID: 0, groupID: 0, build: build),
    tree: EchoTree(bytes: bytes), accounts: Accounts(isComplete: false),
    files: &files)
  for problem in configuration.problems {
    precondition(!problem.message.isEmpty, "a problem has nothing to say")
    precondition(Int(problem.span.end) <= files[problem.span.file].bytes.count, "a span is outside")
  }
  for option in configuration.options {
    precondition(Int(option.valueSpan.end) <= files[option.valueSpan.file].bytes.count)
  }
}
