import Dockerfile

extension ComposeFile {
  /// Changes the services by those of the same name in another file, and adds its others.
  package mutating func change(by other: ComposeFile) {
    for service in other.services {
      if let index = services.firstIndex(where: { $0.name.text == service.name.text }) {
        services[index] = services[index].changed(by: service)
      } else {
        services.append(service)
      }
    }
    addResources(of: other)
  }

  /// Adds what another file has, whose services must be others.
  package mutating func include(_ other: ComposeFile) {
    for service in other.services {
      guard let own = self[service.name.text] else {
        services.append(service)
        continue
      }
      if !own.isLike(service) {
        problems.append(
          ComposeProblem(
            reason: "services.\(own.name.text) conflicts with imported resource", span: own.span))
      }
    }
    addResources(of: other)
  }

  private mutating func addResources(of other: ComposeFile) {
    volumes.formUnion(other.volumes)
    networks.formUnion(other.networks)
    outsideNetworks.formUnion(other.outsideNetworks)
    problems += other.problems
  }
}

extension ComposeService {
  /// Whether nothing tells two services of one name apart, as far as it is looked at.
  fileprivate func isLike(_ other: ComposeService) -> Bool {
    span == other.span
      || image?.text == other.image?.text && build?.context?.text == other.build?.context?.text
        && command?.words.map(\.text) == other.command?.words.map(\.text)
  }
}
