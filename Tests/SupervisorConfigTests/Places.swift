import Machine
import SourceText
import SupervisorConfig
import Testing

/// Values, words and problems point at the bytes that they came from.
@Suite struct Places {
  @Test func `a word of a command points at itself, quotes included`() throws {
    let machine = PaperMachine(
      """
      [supervisord]
      [program:web]
      command=/bin/nginx -g "daemon off;"
        --more ; note
        last
      """
    )
    let (configuration, files) = machine.load()
    let words = try #require(configuration.processes.first).command.words
    #expect(words.map(\.text) == ["/bin/nginx", "-g", "daemon off;", "--more", "last"])
    #expect(
      words.compactMap(\.span).map(files.text(of:)) == [
        "/bin/nginx", "-g", "\"daemon off;\"", "--more", "last",
      ]
    )
  }

  @Test func `what an expansion brings points at the expansion`() throws {
    let machine = PaperMachine("[supervisord]\n[program:a]\ncommand=%(here)s/run %(process_num)02d")
    let (configuration, files) = machine.load()
    let words = try #require(configuration.processes.first).command.words
    #expect(words.map(\.text) == ["/etc/run", "00"])
    #expect(
      words.compactMap(\.span).map(files.text(of:)) == ["%(here)s/run", "%(process_num)02d"]
    )
  }

  @Test func `a default has no place`() throws {
    let (configuration, files) = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x\nstartsecs = 5 ; s"
    ).load()
    let process = try #require(configuration.processes.first)
    #expect(process.autostart.isDefault)
    #expect(process.autostart.span == nil)
    #expect(process.startsecs.value == 5)
    #expect(process.startsecs.span.map(files.text(of:)) == "5")
  }

  @Test func `a problem of an included file points into it`() throws {
    var machine = PaperMachine("[supervisord]\n[include]\nfiles=app/*.conf")
    machine.folders.insert("/etc/app")
    machine.files["/etc/app/a.conf"] = "[program:a]\ncommand=/bin/x\nautostart=maybe\n"
    let (configuration, files) = machine.load()
    let refusal = try #require(configuration.refusal)
    #expect(
      refusal.message
        == "not a valid boolean value: 'maybe' in section 'program:a' (file: '/etc/app/a.conf')"
    )
    #expect(files[refusal.span.file].path == "/etc/app/a.conf")
    #expect(files.text(of: refusal.span) == "maybe")
    #expect(configuration.includes.map(\.paths) == [["/etc/app/a.conf"]])
  }

  @Test func `all problems are told, in the order of reading`() {
    let (configuration, _) = PaperMachine(
      "[supervisord]\nnodaemon=yep\n[program:a]\nstartsecs=x\nuser=nobody\ncommand=/bin/x"
    ).load()
    #expect(
      configuration.problems.filter { $0.consequence == .refuses }.map(\.code) == [
        "invalid-value", "invalid-value", "unknown-user",
      ]
    )
    #expect(configuration.processes.count == 1)
  }

  @Test func `a misspelt name is told with the one that was meant`() {
    let (configuration, files) = PaperMachine(
      "[supervisord]\n[program:a]\ncommand=/bin/x\nautosart=false\n[programm:b]\nx=1"
    ).load()
    let ignored = configuration.problems.filter { $0.consequence == .ignores }
    #expect(
      ignored.map(\.message) == [
        "supervisord ignores the unknown option \"autosart\" in [program:a]; "
          + "did you mean \"autostart\"?",
        "supervisord ignores the unknown section \"[programm:b]\"; did you mean \"program:b\"?",
      ]
    )
    #expect(ignored.map(\.span).map(files.text(of:)) == ["autosart", "[programm:b]"])
  }
}
