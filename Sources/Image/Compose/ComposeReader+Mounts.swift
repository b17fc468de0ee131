import Dockerfile
import SourceText
import YAML

extension ComposeReader {
  /// All that the container sees of the machine and the engine.
  mutating func mounts(of node: YAMLNode) -> [ComposeService.Mount] {
    let volumes = (node["volumes"]?.elements ?? []).compactMap { mount($0) }
    return volumes + memory(node["tmpfs"]) + given(node["secrets"], in: "/run/secrets/")
      + given(node["configs"], in: "/")
  }

  /// Files that the engine gives: what they hold is not looked at.
  private mutating func given(
    _ node: YAMLNode?, in folder: String
  ) -> [ComposeService.Mount] {
    (node?.elements ?? []).compactMap { element in
      guard let name = (word(element["target"]) ?? word(element["source"] ?? element))?.text else {
        return nil
      }
      return ComposeService.Mount(
        source: .volume(nil), target: name.hasPrefix("/") ? name : folder + name,
        isReadOnly: true, span: element.span)
    }
  }

  /// `source:target:options`, or the same as a mapping.
  private mutating func mount(_ node: YAMLNode) -> ComposeService.Mount? {
    if let text = word(node) { return shortMount(text, node.span) }
    guard let target = word(node["target"]) else {
      report("a volume needs a target", node.span)
      return nil
    }
    let source = word(node["source"])?.text
    let kind: ComposeService.Mount.Source
    switch word(node["type"])?.text {
    case "bind": kind = .folder(source ?? "")
    case "tmpfs": kind = .memory
    default: kind = .volume(source)
    }
    let isReadOnly = node["read_only"]?.scalar?.text == "true"
    return ComposeService.Mount(
      source: kind, target: target.text, isReadOnly: isReadOnly, span: node.span)
  }

  private func shortMount(_ text: ExpandedWord, _ span: SourceSpan) -> ComposeService.Mount? {
    guard text.isCertain else { return nil }
    let parts = text.text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      return ComposeService.Mount(
        source: .volume(nil), target: text.text, isReadOnly: false, span: span)
    }
    let options = parts.count > 2 ? parts[2].split(separator: ",") : []
    // A name stands for a volume, anything with the look of a path for a folder.
    let isPath = ["/", ".", "~"].contains { parts[0].hasPrefix($0) }
    return ComposeService.Mount(
      source: isPath ? .folder(parts[0]) : .volume(parts[0]), target: parts[1],
      isReadOnly: options.contains("ro"), span: span)
  }

  /// The paths of `tmpfs`.
  private mutating func memory(_ node: YAMLNode?) -> [ComposeService.Mount] {
    guard let node else { return [] }
    return (node.elements ?? [node]).compactMap { element in
      guard let text = word(element)?.text else { return nil }
      let target = text.split(separator: ":").first.map(String.init) ?? text
      return ComposeService.Mount(
        source: .memory, target: target, isReadOnly: false, span: element.span)
    }
  }

  /// `[[address:]published:]target[/protocol]`, or the same as a mapping.
  mutating func ports(_ node: YAMLNode) -> [ComposeService.Port] {
    if let target = word(node["target"]) {
      return [
        ComposeService.Port(
          published: word(node["published"])?.text, target: target.text,
          transport: word(node["protocol"])?.text ?? "tcp", span: node.span)
      ]
    }
    guard let text = word(node), text.isCertain else { return [] }
    let sides = text.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard let numbers = sides.first else { return [] }
    let parts = numbers.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let target = parts.last, !target.isEmpty else {
      report("invalid port \"\(text.text)\"", node.span)
      return []
    }
    let published = parts.count > 1 ? parts[parts.count - 2] : ""
    return [
      ComposeService.Port(
        published: published.isEmpty ? nil : published, target: target,
        transport: sides.count > 1 ? sides[1] : "tcp", span: node.span)
    ]
  }
}
