import Machine
import SupervisorConfig
import Testing

/// supervisord looks a command up just before it starts it.
@Suite struct Commands {
  private func resolve(_ command: String, _ change: (inout PaperMachine) -> Void = { _ in })
    -> CommandResolution?
  {
    var machine = PaperMachine("[supervisord]\n[program:a]\ncommand=\(command)")
    machine.environment.values["PATH"] = "/app:/usr/bin:/bin"
    change(&machine)
    guard let process = machine.load().configuration.processes.first,
      let name = process.command.words.first?.text
    else { return nil }
    return .resolve(
      name, for: process, supervisord: machine.environment, workingDirectory: "/", tree: machine
    )
  }

  @Test func `a name is searched on PATH`() {
    #expect(resolve("uwsgi") { $0.files["/usr/bin/uwsgi"] = "" } == .found("/usr/bin/uwsgi"))
    #expect(resolve("uwsgi") == .notFound("uwsgi"))
  }

  @Test func `the first entry of that name decides, even a folder`() {
    let found = resolve("uwsgi") {
      $0.files["/usr/bin/uwsgi"] = ""
      $0.folders.insert("/app/uwsgi")
    }
    #expect(found == .folder("/app/uwsgi"))
  }

  @Test func `a folder that is not known hides those behind it`() {
    let found = resolve("uwsgi") {
      $0.files["/usr/bin/uwsgi"] = ""
      $0.unknown = ["/app/uwsgi"]
    }
    #expect(found == .unknown)
  }

  @Test func `the PATH of environment beats that of supervisord`() {
    let found = resolve("uwsgi\nenvironment=PATH=\"/opt/bin\"") {
      $0.files["/usr/bin/uwsgi"] = ""
    }
    #expect(found == .notFound("uwsgi"))
  }

  @Test func `a path with a slash counts from the folder of supervisord`() {
    let found = resolve("bin/run\ndirectory=/app") { $0.files["/app/bin/run"] = "" }
    #expect(found == .notFound("bin/run"))
  }

  @Test func `a command that cannot be split never starts`() throws {
    let machine = PaperMachine("[supervisord]\n[program:a]\ncommand=/bin/sh -c 'a ; b'")
    let configuration = machine.load().configuration
    #expect(configuration.wouldStart == true)
    #expect(configuration.processes.first?.command.fault == "No closing quotation")
  }
}
