import Rules
import Settings
import SourceText
import Testing

struct SettingsReaderTests {
  @Test func `rules and areas have severities, and off`() throws {
    let settings = try read(
      """
      rules:
        socket-mode-world: off
        logging: note
      cores: 4
      environment:
        PORT: "8000"
      """)
    #expect(settings.parts.first?.weights["socket-mode-world"] == .off)
    #expect(settings.parts.first?.weights["logging"] == .severity(.note))
    #expect(settings.cores == 4)
    #expect(settings.environment == ["PORT": "8000"])
  }

  @Test func `a path has weights of its own`() throws {
    let settings = try read(
      """
      paths:
        - path: "legacy/*"
          rules: { alias-slash: warning }
      """)
    #expect(settings.parts.first?.path == "legacy/*")
    #expect(settings.parts.first?.weights["alias-slash"] == .severity(.warning))
  }

  @Test(arguments: [
    ("rule: {}", "the key `rule` is none of rules, paths, rule-folders, cores, environment, probe"),
    ("rules:\n  no-such-rule: off", "there is no rule or area `no-such-rule`"),
    ("rules:\n  logging: loud", "`loud` is none of error, warning, note, off"),
    ("cores: many", "`cores` is a number of 1 or more"),
  ])
  func `what nobody knows is an error with its place`(text: String, message: String) throws {
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.message == message)
    #expect(error?.path == ".dovetail.yaml")
  }

  private func read(_ text: String) throws -> Settings {
    var sources = SourceFiles()
    let file = sources.add(path: ".dovetail.yaml", bytes: Array(text.utf8))
    return try SettingsReader(file, try Catalogue.builtIn()).settings()
  }
}
