import Boot
import Image
import SourceText
import Testing

/// Files that are there, but that whoever checks them may not read.
@Suite struct UnreadableFileTests {
  let files = [
    "uwsgi.ini": "[uwsgi]\nmaster = true\n", "nginx.conf": "", "notes.txt": "", "old.conf": "",
    ".dockerignore": "old.conf",
  ]

  @Test func `a configuration without a Dockerfile is named, no other file is`() throws {
    let stack = try load(unreadable: ["nginx.conf", "notes.txt", "old.conf"])
    #expect(stack.boot.processes.map(\.program) == [.uwsgi])
    #expect(stack.boot.problems.map(\.message) == ["open \"nginx.conf\": permission denied"])
    let places = stack.boot.problems.map { stack.sources[$0.span.file].path }
    #expect(places == ["nginx.conf"])
  }

  @Test(arguments: [
    (FileAssignment(pattern: "nginx.conf", reader: .none), 0),
    (FileAssignment(pattern: "notes.txt", reader: .nginx), 2),
  ])
  func `who says what files are is believed`(assignment: FileAssignment, count: Int) throws {
    let stack = try load(unreadable: ["nginx.conf", "notes.txt"], assignments: [assignment])
    #expect(stack.boot.problems.count == count)
  }

  @Test func `a folder of which nothing can be read says why`() {
    let reason = reason { try load(unreadable: ["nginx.conf", "uwsgi.ini"]) }
    #expect(reason == "open \"nginx.conf\": permission denied")
  }

  @Test(
    arguments: [
      (["Dockerfile"], "FROM alpine", "Dockerfile cannot be read: permission denied"),
      ([], "FROM alpine\0", "Dockerfile is not text: it holds a NUL byte"),
    ] as [(Set<String>, String, String)])
  func `a Dockerfile that is none says why`(
    unreadable: Set<String>, text: String, expected: String
  ) {
    let context = BuildContext(files: ["Dockerfile": text], unreadable: unreadable)
    let reason = reason {
      try StackLoader.load(
        dockerfile: "Dockerfile", context: context, path: "folder", StackRequest())
    }
    #expect(reason == expected)
  }

  private func load(
    unreadable: Set<String>, assignments: [FileAssignment] = []
  ) throws -> Stack {
    var request = StackRequest()
    request.assignments = assignments
    return try StackLoader.load(
      filesOf: BuildContext(files: files, unreadable: unreadable), path: "folder", request)
  }

  private func reason(_ load: () throws -> Stack) -> String? {
    do {
      _ = try load()
      return nil
    } catch {
      return (error as? UnreadableInput)?.reason
    }
  }
}
