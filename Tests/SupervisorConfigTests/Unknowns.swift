import Machine
import SourceText
import SupervisorConfig
import Testing

/// What is not known is never guessed, and never refuses.
@Suite struct Unknowns {
  @Test func `a variable that may yet be given leaves its value unknown`() throws {
    var machine = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x --port %(ENV_PORT)s y\nstartsecs=%(ENV_S)s"
    )
    machine.environment = Environment(values: ["HOME": "/root"], isComplete: false)
    let (configuration, _) = machine.load()
    let process = try #require(configuration.processes.first)
    #expect(configuration.problems.allSatisfy { $0.consequence != .refuses })
    #expect(configuration.wouldStart == nil)
    #expect(process.startsecs.value == nil)
    #expect(process.startsecs.isDefault == false)
    #expect(process.command.text.value == nil)
    #expect(process.command.words.map(\.isKnown) == [true, true, false, false])
  }

  @Test func `a variable that is known to be missing refuses`() {
    let (configuration, _) = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x %(ENV_PORT)s"
    ).load()
    #expect(configuration.wouldStart == false)
    #expect(configuration.refusal?.code == "unknown-expansion")
  }

  @Test func `an unknown variable inside environment leaves the other pairs known`() throws {
    var machine = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x\nenvironment=A=%(ENV_X)s,B=\"2\""
    )
    machine.environment.isComplete = false
    let process = try #require(machine.load().configuration.processes.first)
    #expect(process.environment.map(\.name) == ["A", "B"])
    #expect(process.environment.map(\.value) == [nil, "2"])
  }

  @Test func `an unknown variable as the whole environment refuses nothing`() throws {
    var machine = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x %(ENV_Y)s\nenvironment=%(ENV_X)s"
    )
    machine.environment.isComplete = false
    let (configuration, _) = machine.load()
    let process = try #require(configuration.processes.first)
    #expect(process.isEnvironmentComplete == false)
    #expect(configuration.refusal == nil)
  }

  @Test func `an account of an unknown image is not missing`() throws {
    var machine = PaperMachine("[supervisord]\n[program:a]\ncommand=/bin/x\nuser=nginx")
    machine.accounts = Accounts(isComplete: false)
    let (configuration, _) = machine.load()
    #expect(configuration.refusal == nil)
    #expect(configuration.wouldStart == nil)
    #expect(configuration.processes.first?.user?.value?.text == "nginx")
  }

  @Test func `a path that may hold the file leaves what is found in doubt`() {
    var machine = PaperMachine("[supervisord]")
    machine.unknown = ["/app/supervisord.conf"]
    let configuration = machine.load().configuration
    #expect(configuration.search.outcome == .found("/etc/supervisord.conf"))
    #expect(!configuration.isComplete)
    machine.files = [:]
    #expect(machine.load().configuration.search.outcome == .unknown("supervisord.conf"))
  }

  @Test func `nobody puts the file beside the programs of the system`() {
    var machine = PaperMachine("[supervisord]")
    machine.unknown = ["/usr/etc/supervisord.conf", "/usr/supervisord.conf"]
    let configuration = machine.load().configuration
    #expect(configuration.search.outcome == .found("/etc/supervisord.conf"))
    #expect(configuration.isComplete)
  }

  @Test func `the first path that exists is the file`() {
    let search = PaperMachine("[supervisord]").load().configuration.search
    #expect(search.outcome == .found("/etc/supervisord.conf"))
    #expect(
      search.candidates == [
        "/usr/etc/supervisord.conf", "/usr/supervisord.conf", "supervisord.conf",
        "etc/supervisord.conf", "/etc/supervisord.conf", "/etc/supervisor/supervisord.conf",
      ]
    )
  }
}
