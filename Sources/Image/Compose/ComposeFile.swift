import Dockerfile
package import SourceText
import YAML

/// A `docker-compose.yml`: the containers that are started together.
package struct ComposeFile: Sendable {
  package let file: SourceFile.ID

  /// In the order of the file.
  package internal(set) var services: [ComposeService] = []

  /// The volumes that the engine keeps, by their names.
  package internal(set) var volumes: [String] = []

  /// The networks that it names.
  package internal(set) var networks: [String] = []

  /// Where the file is not what compose takes.
  package internal(set) var problems: [ComposeProblem] = []

  /// Reads a compose file; `variables` are those of its `.env`, as far as they are known.
  package init(_ file: SourceFile, variables: [String: String] = [:]) {
    self.file = file.id
    var reader = ComposeReader(variables: variables)
    do {
      guard let document = try YAMLDocument.read(file) else { return }
      services = (document["services"]?.pairs ?? []).compactMap {
        reader.service($0)
      }
      volumes = (document["volumes"]?.pairs ?? []).map(\.key.text)
      networks = (document["networks"]?.pairs ?? []).map(\.key.text)
    } catch {
      reader.problems.append(ComposeProblem(reason: error.reason, span: error.span))
    }
    problems = reader.problems
  }

  package subscript(name: String) -> ComposeService? {
    services.first { $0.name.text == name }
  }
}

/// Something that compose does not take.
package struct ComposeProblem: Problem, Hashable {
  package let reason: String
  package let span: SourceSpan

  package var code: String { "invalid-compose-file" }
  package var message: String { reason }
  package var consequence: Consequence { .refuses }
}
