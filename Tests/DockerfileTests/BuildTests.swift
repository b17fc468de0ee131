import Dockerfile
import SourceText
import Testing

@Suite struct BuildTests {
  @Test func `an ARG's default can be overridden, and what is made of it too`() throws {
    let text = "FROM scratch\nARG V=1\nENV A=$V B=2\nUSER $A\nWORKDIR /$B\n"
    let target = try #require(build(text).target)
    #expect(target.configuration.user.text == "1")
    #expect(!target.configuration.user.isCertain)
    #expect(target.configuration.workingDirectory.isCertain)
    #expect(target.configuration.environmentValue("B")?.isCertain == true)
  }

  @Test func `a given build argument is certain`() throws {
    var options = DockerfileBuild.Options()
    options.arguments = ["V": "9"]
    let target = try #require(build("FROM scratch\nARG V=1\nUSER $V", options: options).target)
    #expect(target.configuration.user.text == "9")
    #expect(target.configuration.user.isCertain)
  }

  @Test func `a variable that an unknown image may set is not certain, and no mistake`() throws {
    let plan = build("FROM somewhere/app\nUSER $APP_USER\nCOPY a b\n")
    let target = try #require(plan.target)
    #expect(!target.configuration.user.isCertain)
    #expect(plan.problems.isEmpty)
    guard case .copy(let copy)? = target.steps.first?.operation else {
      Issue.record("no copy")
      return
    }
    #expect(!copy.destination.isCertain)
  }

  @Test func `only the stages that the target needs are built`() {
    let text = """
      FROM a AS one
      RUN ${broken
      FROM b AS two
      FROM c AS three
      COPY --from=two /x /y
      FROM d AS four
      WORKDIR ${broken
      """
    var options = DockerfileBuild.Options()
    options.target = "Three"
    let plan = build(text, options: options)
    #expect(plan.stages.map(\.stage.index) == [1, 2])
    #expect(plan.target?.stage.name == "three")
    #expect(plan.problems.isEmpty)
  }

  @Test func `a script of RUN knows its way back through a here-document`() throws {
    let text = "FROM a\nRUN <<E\n\techo hi\nE\n"
    let target = try #require(build(text).target)
    guard case .run(let run)? = target.steps.first?.operation, let script = run.script else {
      Issue.record("no script")
      return
    }
    #expect(script.text == "\techo hi\n")
    #expect(script.span(of: 1..<5).range == 16..<20)
  }

  @Test func `an ENTRYPOINT takes an inherited CMD away, but not one of its own stage`() {
    let inherited = build("FROM a AS x\nCMD [\"c\"]\nFROM x\nENTRYPOINT [\"e\"]")
    #expect(inherited.target?.configuration.command == nil)
    let own = build("FROM a\nCMD [\"c\"]\nENTRYPOINT [\"e\"]")
    #expect(own.target?.configuration.command?.words.map(\.text) == ["c"])
  }

  @Test(arguments: [
    ("a", "/w/a"), ("a/", "/w/a/"), (".", "/w/"), ("./", "/w/"), ("../b/", "/b/"), ("/x/..", "/"),
    ("/x/.", "/x/."), ("//x//y/", "/x/y/"),
  ])
  func `a copy's destination keeps its last slash`(written: String, absolute: String) throws {
    let target = try #require(build("FROM scratch\nWORKDIR /w\nCOPY f \(written)").target)
    guard case .copy(let copy)? = target.steps.last?.operation else {
      Issue.record("no copy")
      return
    }
    #expect(copy.destination.text == absolute)
  }

  @Test(arguments: [
    ("FROM a\nEXPOSE 80/xyz", #"invalid port: "80/xyz": invalid proto: xyz"#),
    ("FROM a\nEXPOSE 9-8", "invalid containerPort: 9-8"),
    ("FROM a\nCOPY --from=7 x y", "invalid stage index 7"),
    (
      "FROM a AS b\nCOPY --from=c x y\nFROM b AS c",
      #"cannot copy from stage "c", it needs to be defined before current stage "b""#
    ),
    (
      "FROM a\nADD --chmod=9999 x y",
      "invalid chmod parameter: '9999'. it should be octal string and between 0 and 07777"
    ),
    ("FROM a\nRUN --mount=type=cache,target=/ x", #"invalid mount target "/""#),
    (
      "FROM a\nRUN --mount=type=cash,target=/x x",
      #"unsupported mount type "cash" (did you mean cache?)"#
    ),
    ("FROM a\nRUN --mount=nonsense x", "invalid field 'nonsense' must be a key=value pair"),
    ("FROM a\nCOPY https://x/y.git z", "source can't be a git ref for COPY"),
    (
      "# check=error=true\nFROM a\nMAINTAINER x",
      "lint violation found for rules: MaintainerDeprecated"
    ),
    ("FROM a//b", "failed to parse stage name \"a//b\": invalid reference format"),
  ])
  func `what a build refuses is said in BuildKit's words`(text: String, message: String) {
    let refused = build(text).problems.filter { $0.consequence == .refuses }
    #expect(refused.map(\.message) == [message])
  }
}
