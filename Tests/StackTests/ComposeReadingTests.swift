import Boot
import Dockerfile
import Foundation
import Image
import SourceText
import Testing

/// What is read of a compose file is what `docker compose config` reads of it.
///
/// `script/record-compose` writes down what the real one says.
@Suite struct ComposeReadingTests {
  @Test(arguments: Self.cases)
  func `a compose file is read as docker compose reads it`(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let expected = try String(
      contentsOf: folder.appendingPathComponent("expected.txt"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map(String.init)
    var sources = SourceFiles()
    let first = try #require(
      Self.names.first { FileManager.default.fileExists(atPath: folder.path + "/" + $0) })
    let project = try ComposeProject(
      first, in: ProjectFolder(path: folder.path), sources: &sources)
    if lines.first?.hasPrefix("refused") == true {
      let isLetPass = Self.letPass.contains(name)
      #expect(project.problems.isEmpty == isLetPass, "\(lines)")
    } else {
      #expect(project.problems.map(\.message) == [])
      #expect(project.services.flatMap { $0.lines(in: project) }.sorted() == lines)
    }
  }

  /// What compose refuses and we do not: a later one takes it, or whoever starts compose may mend it.
  private static let letPass: Set = [
    "build-inline-and-file", "depends-on-circle", "depends-on-optional", "depends-on-profile",
    "env-file-missing", "interpolation-required", "unknown-key", "unknown-top-key", "version-one",
  ]

  @Test(arguments: [
    ("services:\n  web:\n    user: x\n", "web"), ("services:\n  web: [1, 2\n", ""),
    ("services:\n  web: {image: x, user: 5}", "5"),
    ("services:\n  web: {image: x, depends_on: [db]}", "db"),
    ("services:\n  web: {image: x, volumes: [\"a:/b\"]}", "\"a:/b\""),
    ("include: [gone.yaml]", "gone.yaml"),
  ])
  func `what compose refuses has a place`(text: String, place: String) throws {
    var sources = SourceFiles()
    let project = try ComposeProject(
      "compose.yaml", in: ProjectFolder(files: ["compose.yaml": text]), sources: &sources)
    #expect(project.problems.map { sources.text(of: $0.span) } == [place])
  }

  private static let names = [
    "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml",
  ]
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../testdata/compose").standardized
  private static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
}

extension ComposeService {
  /// One line a fact, as the script has them.
  fileprivate func lines(in project: ComposeProject) -> [String] {
    let name = name.text
    var lines = ["runs"]
    let plain = [
      ("image", image), ("user", user), ("working_dir", workingDirectory), ("hostname", hostName),
      ("container_name", containerName), ("network_mode", networkMode),
    ]
    lines += plain.compactMap { key, word in word.map { "\(key) \($0.text)" } }
    lines += [("command", command), ("entrypoint", entrypoint)].compactMap { key, command in
      command.map { "\(key) \(quoted($0.words.map(\.text)))" }
    }
    lines += build.map(buildLines) ?? []
    lines += environmentLines(project)
    lines += ports.map { "port \($0.published ?? "-") \($0.target) \($0.transport)" }
    lines += mounts.map(\.line)
    lines += exposed.map { "expose \($0.text)" }
    if networkMode == nil { lines += networks.map { "network \($0)" } }
    lines += aliases.map { "alias \($0)" }
    lines += Set(dependencies.map(\.text)).map { "depends_on \($0)" }
    lines += links.map {
      "link " + ($0.service == $0.alias ? $0.service : "\($0.service):\($0.alias)")
    }
    lines += outsideHosts.map { "host \($0)" }
    lines += healthcheck.map { ["healthcheck \(quoted($0.test))"] } ?? []
    return lines.map { "\(name) \($0)".replacing("\n", with: "\\n") }
  }

  private func environmentLines(_ project: ComposeProject) -> [String] {
    let own = Set(environment.map(\.name))
    let variables = environment + project.variablesOfFiles(self).filter { !own.contains($0.name) }
    return variables.map { variable in
      let isGiven = variable.value.isCertain || !variable.value.text.isEmpty
      return "environment \(variable.name)" + (isGiven ? "=\(quoted(variable.value.text))" : "")
    }
  }

  private func buildLines(_ build: Build) -> [String] {
    var lines = ["build.context \((build.context?.text ?? ".").asShown)"]
    if let text = build.inlineDockerfile {
      lines.append("build.inline \(quoted(text.text))")
    } else {
      lines.append("build.dockerfile \(build.dockerfile?.text ?? "Dockerfile")")
    }
    if let target = build.target { lines.append("build.target \(target.text)") }
    let given = build.arguments.filter { $0.value.isCertain }
    return lines + given.map { "build.arg \($0.name)=\(quoted($0.value.text))" }
  }
}

extension ComposeService.Mount {
  fileprivate var line: String {
    let access = isReadOnly ? "ro" : "rw"
    switch source {
    case .folder(let path): return "mount bind \(path.asShown) \(target) \(access)"
    case .volume(let name): return "mount volume \(name ?? "-") \(target) \(access)"
    case .memory: return "mount tmpfs - \(target) \(access)"
    }
  }
}

extension String {
  /// A path of the project as the script has it.
  fileprivate var asShown: String {
    if hasPrefix("/") || contains("://") { return self }
    if hasPrefix("~") { return "/home/someone" + dropFirst() }
    let plain = ProjectFolder.plain(self)
    return plain.isEmpty ? "." : plain.hasPrefix("..") ? plain : "./" + plain
  }
}

/// A value in JSON, without needless blanks.
private func quoted(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
}
