import Dockerfile
import SourceText
import YAML

extension ComposeReader {
  /// The networks of a service, and all names that it has or gives.
  mutating func readNetworks(of node: YAMLNode, into service: inout ComposeService) {
    service.networkMode = word(node["network_mode"])
    let networks = node["networks"]
    let named = names(networks)
    if !named.isEmpty { service.networks = Set(named.map(\.text)) }
    for pair in networks?.pairs ?? [] {
      service.aliases += list(pair.value["aliases"]) { $0 }.map(\.text)
    }
    service.links = list(node["links"]) { $0 }.compactMap { link in
      let parts = link.text.split(separator: ":").map(String.init)
      guard let name = parts.first, let alias = parts.last else { return nil }
      return ComposeService.Link(service: name, alias: alias)
    }
    service.outsideHosts = outsideHosts(node)
  }

  /// `name:address` or `name=address`, the same as a mapping, and containers of other projects.
  private mutating func outsideHosts(_ node: YAMLNode) -> [String] {
    let given = names(node["extra_hosts"]).map { word in
      String(word.text.prefix { $0 != ":" && $0 != "=" })
    }
    let containers = list(node["external_links"]) { $0 }.compactMap { link in
      link.text.split(separator: ":").last.map(String.init)
    }
    return (given + containers).map { $0.lowercased() }
  }

  /// A check of the service, or its word that there is none.
  mutating func healthcheck(_ node: YAMLNode?) -> Healthcheck? {
    guard let node else { return nil }
    if node["disable"]?.scalar?.text == "true" { return Healthcheck(test: ["NONE"]) }
    guard let test = node["test"] else { return nil }
    if let text = word(test) { return Healthcheck(test: ["CMD-SHELL", text.text]) }
    return Healthcheck(test: list(test) { $0 }.map(\.text))
  }
}
