import Dockerfile
import SourceText
import YAML

extension ComposeReader {
  /// All that the container sees of the machine and the engine.
  mutating func mounts(of node: YAMLNode) -> [ComposeService.Mount] {
    let volumes = (node["volumes"]?.elements ?? []).compactMap { mount($0) }
    let mounts =
      volumes + memory(node["tmpfs"]) + given(node["secrets"], in: "/run/secrets/", [:])
      + given(node["configs"], in: "/", configurations)
    return mounts.map { mount in
      ComposeService.Mount(
        source: mount.source, target: GoPath.cleaned(mount.target), isReadOnly: mount.isReadOnly,
        span: mount.span)
    }
  }

  /// The files that `configs` names, by the names that services have for them.
  mutating func configurationFiles(_ node: YAMLNode?) -> [String: ExpandedWord] {
    var files: [String: ExpandedWord] = [:]
    for pair in node?.pairs ?? [] {
      files[pair.key.text] = word(pair.value["file"])
    }
    return files
  }

  /// Files that the engine gives; what they hold is known where they are files of the project.
  private mutating func given(
    _ node: YAMLNode?, in folder: String, _ files: [String: ExpandedWord]
  ) -> [ComposeService.Mount] {
    (node?.elements ?? []).compactMap { element in
      let source = word(element["source"] ?? element)?.text
      guard let name = word(element["target"])?.text ?? source else { return nil }
      let file = source.flatMap { files[$0] }.flatMap { $0.isCertain ? $0.text : nil }
      return ComposeService.Mount(
        source: file.map { .folder(Self.relative($0)) } ?? .volume(nil),
        target: name.hasPrefix("/") ? name : folder + name, isReadOnly: true, span: element.span)
    }
  }

  /// A path of the machine as mounts have it: one of the project begins with a dot.
  private static func relative(_ path: String) -> String {
    ["/", ".", "~"].contains { path.hasPrefix($0) } ? path : "./" + path
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
    case "bind": kind = .folder(Self.relative(source ?? ""))
    case "tmpfs": kind = .memory
    default: kind = .volume(source)
    }
    let isReadOnly = node["read_only"]?.scalar?.text == "true"
    return ComposeService.Mount(
      source: kind, target: target.text, isReadOnly: isReadOnly, span: node.span)
  }

  private func shortMount(_ text: ExpandedWord, _ span: SourceSpan) -> ComposeService.Mount? {
    let parts = text.text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      return ComposeService.Mount(
        source: .volume(nil), target: text.text, isReadOnly: false, span: span)
    }
    let options = parts.count > 2 ? parts[2].split(separator: ",") : []
    // A name stands for a volume, anything with the look of a path for a folder.
    guard text.isCertain else {
      return ComposeService.Mount(
        source: .volume(nil), target: parts[1], isReadOnly: options.contains("ro"), span: span)
    }
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
}
