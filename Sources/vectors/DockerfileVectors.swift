import Dockerfile
import FoundationEssentials
import SourceText

/// Compares the reader of Dockerfiles with BuildKit: syntax tree, errors, lint and result.
package struct DockerfileVectors {
  private let folder: URL

  /// Takes the folder with the Dockerfiles and a recording of each.
  package init(folder: String) {
    self.folder = URL(fileURLWithPath: folder).standardizedFileURL
  }

  /// Builds every Dockerfile on paper, and counts those that agree.
  package func run(_ comparison: inout Comparison) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    for name in names {
      let data = Array(try Data(contentsOf: folder.appending(path: name + suffix)))
      let file = folder.appending(path: "\(name).Dockerfile")
      guard let expected = VectorJSON(data) else {
        comparison.record(name, differences: ["the expectation is not JSON"])
        continue
      }
      let bytes = Array(try Data(contentsOf: file))
      comparison.record(name, differences: differences(in: bytes, expected))
    }
  }

  private func differences(in bytes: [UInt8], _ expected: VectorJSON) -> [String] {
    var sources = SourceFiles()
    let file = sources.add(path: "Dockerfile", bytes: bytes)
    let document = DockerfileDocument(parsing: file)
    var options = DockerfileBuild.Options()
    options.arguments = ["OV": "fromcli"]
    let build = DockerfileBuild(document, options: options, baseConfiguration: Self.base)
    let problems = build.problems.filter { $0.lint == nil }
    func first(_ phase: DockerfileProblem.Phase) -> DockerfileProblem? {
      problems.first { $0.phase == phase }
    }
    let refusal = first(.parse) ?? first(.instruction) ?? first(.build)
    var differences = errors(document, refusal, expected)
    guard refusal?.phase != .parse else { return differences }
    let tree = document.instructions.map(DockerfileTree.line)
    differences += difference("ast", tree, expected["ast"]?.strings ?? [])
    guard refusal?.phase != .instruction else { return differences }
    let lines = LineIndex(file)
    let lint = build.problems.compactMap { problem in
      problem.lint.map { lint in
        let line = document.line(of: problem, lines)
        return "\(line) \(lint.rule): \(lint.message)"
      }
    }
    differences += difference("lint", lint.sorted(), (expected["lint"]?.strings ?? []).sorted())
    guard refusal == nil, let target = build.target else { return differences }
    return differences + result(build, target, expected)
  }

  private func errors(
    _ document: DockerfileDocument, _ refusal: DockerfileProblem?, _ expected: VectorJSON
  ) -> [String] {
    let lines = LineIndex(document.file)
    let message = refusal?.message
    var texts: [String: String] = [:]
    switch refusal?.phase {
    case .parse?: texts["parse_error"] = message
    case .build?: texts["convert_error"] = message
    case .instruction?:
      let line = refusal.map { document.line(of: $0, lines) } ?? 0
      let isBare = refusal?.fact == .noBuildStage
      let prefix = isBare ? "" : "dockerfile parse error on line \(line): "
      texts["instr_error"] = prefix + (message ?? "")
    case nil: break
    }
    var differences: [String] = []
    for key in ["parse_error", "instr_error", "convert_error"] {
      let wanted = expected[key]?.string
      guard texts[key] != wanted else { continue }
      differences.append("\(key): we say \(texts[key] ?? "-"), BuildKit \(wanted ?? "-")")
    }
    guard let refusal, let wanted = expected["error_lines"]?.string else { return differences }
    let ours = document.errorLines(of: refusal, lines).map(String.init).joined(separator: ",")
    return ours == wanted
      ? differences : differences + ["error_lines: we say \(ours), BuildKit \(wanted)"]
  }

  private func result(
    _ build: DockerfileBuild, _ target: StageBuild, _ expected: VectorJSON
  ) -> [String] {
    var differences: [String] = []
    var wanted = expected["config"]?.members ?? [:]
    // The engine has long ceased to look at it.
    wanted["ArgsEscaped"] = nil
    let configuration = target.configuration.json
    if configuration != .object(wanted) {
      differences.append("config: we say \(configuration), BuildKit \(wanted)")
    }
    let operations = DockerfileOperations(build)
    let recorded = (expected["ops"]?.strings ?? []).map(\.withSingleBlanks)
    if !operations.agree(with: recorded) {
      let ours = operations.sources.sorted() + operations.stages.joined()
      differences += difference("ops", ours, recorded)
    }
    return differences
  }

  private func difference(_ name: String, _ ours: [String], _ wanted: [String]) -> [String] {
    guard ours != wanted else { return [] }
    return ["\(name): we say"] + ours.map { "  \($0)" } + ["BuildKit"] + wanted.map { "  \($0)" }
  }

  /// The configurations of the images that the recordings were made with.
  private static func base(_ name: String) -> ImageConfiguration? {
    var configuration = ImageConfiguration()
    let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    configuration.environment = [
      BuildVariable("PATH", ExpandedWord(path)),
      BuildVariable("BASEVAR", ExpandedWord("frombase")),
    ]
    guard name == "withep" else {
      configuration.command = ImageCommand(words: [ExpandedWord("basecmd")])
      return configuration
    }
    configuration.command = ImageCommand(words: ["base", "cmd"].map { ExpandedWord($0) })
    configuration.entrypoint = ImageCommand(words: [ExpandedWord("/base-ep")])
    configuration.exposedPorts = ["80/tcp"]
    configuration.stopSignal = "SIGQUIT"
    configuration.user = ExpandedWord("baseuser")
    configuration.workingDirectory = ExpandedWord("/basewd")
    return configuration
  }
}

extension DockerfileDocument {
  /// The line on which the recordings show a problem.
  fileprivate func line(of problem: DockerfileProblem, _ lines: LineIndex) -> Int {
    let instruction = instruction(at: problem.span)
    // BuildKit shows an empty line inside of an instruction at the instruction's end.
    if problem.lint == .noEmptyContinuation { return instruction?.lines.upperBound ?? 0 }
    return instruction?.lines.lowerBound ?? lines.position(at: Int(problem.span.start)).line
  }

  /// All lines that BuildKit marks for an error; it counts those of directives from 0.
  fileprivate func errorLines(of problem: DockerfileProblem, _ lines: LineIndex) -> [Int] {
    switch problem.fact {
    case .repeatedParserDirective, .invalidEscapeToken:
      return [lines.position(at: Int(problem.span.start)).line - 1]
    case .noInstructions:
      let ends = file.bytes.count { $0 == UInt8(ascii: "\n") }
      let isOpen = file.bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
      return [ends + (isOpen ? 1 : 0)]
    case .noStages, .variableInFrom, .invalidStageIndex, .lintViolations:
      return []
    default:
      guard let range = instruction(at: problem.span)?.lines else { return [] }
      let marked = Array(range)
      if case .platform = problem.fact { return marked + marked }
      return marked
    }
  }

  private func instruction(at span: SourceSpan) -> Instruction? {
    instructions.last { $0.span.start <= span.start }
  }
}

extension VectorJSON {
  fileprivate var strings: [String] {
    items.compactMap(\.string)
  }
}

extension String {
  /// Protocol buffers print one or two blanks between members, as they please.
  fileprivate var withSingleBlanks: String {
    guard hasPrefix("copy ") || hasPrefix("mkdir ") else { return self }
    var result = ""
    for character in self where !(character == " " && result.last == " ") {
      result.append(character)
    }
    return result
  }
}

private let suffix = ".expected.json"
