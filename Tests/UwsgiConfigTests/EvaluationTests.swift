import Machine
import SourceText
import Testing
import UwsgiConfig

@Suite struct `Evaluation of options` {
  private let instance = Instance()

  @Test func `a comment after a value is part of the value`() {
    let configuration = instance.load("plugin = python3\ncallable = app ; the Flask object")
    #expect(configuration.value("callable") == "app ; the Flask object")
    #expect(configuration.codes.contains("comment-in-value"))
  }

  @Test func `arithmetic on an unknown number of cores keeps its bounds`() throws {
    let configuration = instance.load("processes = %(%k + 1)\nhalf = %(processes / 2)")
    let processes = try #require(configuration.options.first { $0.name == "processes" })
    #expect(processes.text == nil)
    #expect(processes.value?.number.lower == 2)
    #expect(processes.value?.unknowns.map(\.source) == [.cores])
    let half = try #require(configuration.options.first { $0.name == "half" })
    #expect(half.value?.number.lower == 1)
  }

  @Test func `cores that are told make a number`() {
    var instance = instance
    instance.machine.cores = 4
    #expect(instance.load("processes = %(%k * 2)").value("processes") == "8")
  }

  @Test func `a token at the very beginning is not looked at again`() {
    let configuration = instance.load("a = %(b)\nb = %(c)\nc = 1\nx = -%(b)")
    #expect(configuration.value("a") == "%(c)")
    #expect(configuration.value("x") == "-1")
  }

  @Test func `a variable that may yet be given is unknown, one that cannot stays literal`() {
    #expect(instance.load("a = $(NOPE)").value("a") == "$(NOPE)")
    var open = instance
    open.environment.isComplete = false
    #expect(open.load("a = $(NOPE)").value("a") == nil)
  }

  @Test func `options of an undecided condition are there, but decide nothing`() throws {
    var open = instance
    open.environment.isComplete = false
    let configuration = open.load("if-env = DEBUG\nprocesses = 1\nendif =\nsocket = :3031")
    let option = try #require(configuration.options.first { $0.name == "processes" })
    #expect(option.condition?.source == .environment(variable: "DEBUG"))
    #expect(configuration.instance.processes.workers?.value == .any)
    #expect(!configuration.isComplete)
  }

  @Test func `every option keeps its place, its raw text and its steps`() throws {
    var files = SourceFiles()
    let tree = MemoryTree(files: ["/a.ini": "[uwsgi]\nbase = /srv/%n\nlog = %(base)/x\n"])
    let configuration = UwsgiConfiguration(
      Invocation(
        arguments: ["uwsgi", "/a.ini"].map { Argument($0) }, environment: Environment(),
        workingDirectory: "/"),
      machine: UwsgiMachine(), tree: tree, accounts: Accounts(isComplete: false), files: &files)
    let log = try #require(configuration.options.last)
    #expect(log.value?.text == "/srv/a/x")
    #expect(log.rawText == "%(base)/x")
    #expect(files.text(of: log.nameSpan) == "log")
    #expect(log.steps.map(\.token) == ["%(base)"])
    let base = try #require(configuration.options.first)
    #expect(base.steps.map(\.token) == ["%n"])
    #expect(base.rawText == "/srv/%n")
  }

  @Test func `words of the command keep the place where they were written`() throws {
    var files = SourceFiles()
    let file = files.add(path: "/etc/supervisord.conf", bytes: Array("uwsgi --processes=3".utf8))
    let span = SourceSpan(file: file.id, start: 6, end: 19)
    let configuration = UwsgiConfiguration(
      Invocation(
        arguments: [Argument("uwsgi"), Argument("--processes=3", span: span)],
        environment: Environment(), workingDirectory: "/"),
      machine: UwsgiMachine(), tree: MemoryTree(), accounts: Accounts(isComplete: false),
      files: &files)
    #expect(configuration.options.first?.valueSpan == span)
    #expect(configuration.options.first?.value?.text == "3")
  }

  @Test func `an unknown option is told with the name that was meant`() {
    let problem = instance.load("vacum = true").problems.first { $0.code == "unknown-option" }
    #expect(problem?.message == #"unknown option "vacum", did you mean "vacuum"?"#)
    #expect(problem?.consequence == .ignores)
  }

  @Test func `strict mode refuses unknown options in uWSGI's words`() {
    let problem = instance.load("strict = true\nvacum = true").problems.first
    #expect(problem?.message == "[strict-mode] unknown config directive: vacum")
    #expect(problem?.consequence == .refuses)
  }

  @Test func `an option of a plugin that is not loaded names the plugin`() {
    let problem = instance.load("module = main").problems.first
    #expect(problem?.code == "option-of-absent-plugin")
    #expect(problem?.message.contains("python") == true)
  }

  @Test(arguments: [
    "a = x%(a)", "a = x%(b)\nb = y%(a)", "set-ph = p=%(p)\na = .%(p)",
  ])
  func `a placeholder that refers to itself ends with a clear error`(lines: String) {
    #expect(instance.load(lines).codes.contains("endless-expansion"))
  }

  @Test func `a file that includes itself ends with a clear error`() {
    #expect(instance.load("ini = %p").codes.contains("include-loop"))
  }

  @Test func `files that include each other twice do not take for ever`() {
    var bomb = instance
    for number in 0..<40 {
      bomb.tree.files["/b\(number).ini"] =
        "[uwsgi]\nini = /b\(number + 1).ini\nini = /b\(number + 1).ini\n"
    }
    bomb.tree.files["/b40.ini"] = "[uwsgi]\na = 1\n"
    #expect(bomb.load("ini = /b0.ini").codes.contains("too-much"))
  }

  @Test func `a loop of a thousand million rounds ends`() {
    #expect(instance.load("for-times = 1000000000\na = %(_)").codes.contains("too-much"))
  }

  @Test(arguments: ["a = @(exec://touch /tmp/x)", "ini = http://example.org/x.ini"])
  func `nothing is executed and nothing fetched`(line: String) {
    let configuration = instance.load(line)
    #expect(!configuration.isComplete)
    #expect(configuration.codes.contains("unreadable-address"))
    #expect(configuration.value("a") == nil)
  }
}
