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

  /// Those of them that others made, so that containers of other files may be in them.
  package internal(set) var outsideNetworks: Set<String> = []

  /// Whether it includes other files, which are not read.
  package internal(set) var includesOthers = false

  /// Where the file is not what compose takes.
  package internal(set) var problems: [ComposeProblem] = []

  /// Reads a compose file; `variables` are those of its `.env`, as far as they are known.
  ///
  /// A file that only changes another one's services need not say what image they have.
  package init(
    _ file: SourceFile, variables: [String: String] = [:], isOverride: Bool = false
  ) {
    self.file = file.id
    var reader = ComposeReader(variables: variables, isOverride: isOverride)
    do {
      guard let document = try YAMLDocument.read(file) else { return }
      services = (document["services"]?.pairs ?? []).compactMap {
        reader.service($0)
      }
      volumes = (document["volumes"]?.pairs ?? []).map(\.key.text)
      let networks = document["networks"]?.pairs ?? []
      self.networks = networks.map(\.key.text)
      outsideNetworks = Set(networks.filter(\.isOfOthers).map(\.key.text))
      includesOthers = document["include"] != nil
    } catch {
      reader.problems.append(ComposeProblem(reason: error.reason, span: error.span))
    }
    problems = reader.problems
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

/// Something that compose does not take.
package struct ComposeProblem: Problem, Hashable {
  package let reason: String
  package let span: SourceSpan

  package var code: String { "invalid-compose-file" }
  package var message: String { reason }
  package var consequence: Consequence { .refuses }
}
