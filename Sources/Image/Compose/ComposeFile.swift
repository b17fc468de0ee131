package import Dockerfile
package import SourceText
import YAML

/// A `docker-compose.yml`: the containers that are started together.
///
/// Once it is merged with others, it says what all of them do.
package struct ComposeFile: Sendable {
  package let file: SourceFile.ID

  /// In the order of the file.
  package var services: [ComposeService] = []

  /// The volumes that the engine keeps, by their names.
  package internal(set) var volumes: Set<String> = []

  /// The networks that it names.
  package internal(set) var networks: Set<String> = []

  /// Those of them that others made, so that containers of other files may be in them.
  package internal(set) var outsideNetworks: Set<String> = []

  /// The files that it includes.
  package internal(set) var inclusions: [ComposeInclusion] = []

  /// Where the file is not what compose takes.
  package internal(set) var problems: [ComposeProblem] = []

  /// Reads a compose file; `variables` are those of its `.env`, as far as they are known.
  package init(_ file: SourceFile, variables: [String: String] = [:]) {
    self.file = file.id
    var reader = ComposeReader(variables: variables)
    do {
      guard let document = try YAMLDocument.read(file) else { return }
      read(document, with: &reader)
    } catch {
      reader.problems.append(ComposeProblem(reason: error.reason, span: error.span))
    }
    problems = reader.problems
  }

  private mutating func read(_ document: YAMLNode, with reader: inout ComposeReader) {
    reader.checkKeys(of: document)
    inclusions = reader.inclusions(document["include"])
    reader.configurations = reader.configurationFiles(document["configs"])
    services = reader.services(document["services"])
    volumes = Set((document["volumes"]?.pairs ?? []).map(\.key.text))
    let networks = document["networks"]?.pairs ?? []
    self.networks = Set(networks.map(\.key.text))
    outsideNetworks = Set(networks.filter(\.isOfOthers).map(\.key.text))
  }

  /// The problems, which it has no more.
  package mutating func takeProblems() -> [ComposeProblem] {
    defer { problems = [] }
    return problems
  }

  package subscript(name: String) -> ComposeService? {
    services.first { $0.name.text == name }
  }
}

extension YAMLPair {
  /// `external: true`, or the same as a mapping with a name.
  fileprivate var isOfOthers: Bool {
    guard let external = value["external"] else { return false }
    return external.scalar?.text != "false"
  }
}

/// One element of `include`: files that are one project for themselves.
package struct ComposeInclusion: Sendable {
  /// The first one, and those that change it, from the folder of the file that includes them.
  package let paths: [ExpandedWord]

  /// The folder that their paths are relative to; nil for that of the first file.
  package let directory: ExpandedWord?

  /// Their variables, where it is not the `.env` of that folder.
  package let environmentFiles: [ExpandedWord]
  package let span: SourceSpan
}

/// Something that compose does not take.
package struct ComposeProblem: Problem, Hashable {
  package let reason: String
  package let span: SourceSpan

  package init(reason: String, span: SourceSpan) {
    self.reason = reason
    self.span = span
  }

  package var code: String { "invalid-compose-file" }
  package var message: String { reason }
  package var consequence: Consequence { .refuses }
}
