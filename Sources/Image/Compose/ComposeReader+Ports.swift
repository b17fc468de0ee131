import Dockerfile
import SourceText
import YAML

extension ComposeReader {
  /// `[[address:]published:]target[/protocol]`, or the same as a mapping.
  mutating func ports(_ node: YAMLNode) -> [ComposeService.Port] {
    if let target = word(node["target"]) {
      return [
        ComposeService.Port(
          published: word(node["published"])?.text, target: target.text,
          transport: word(node["protocol"])?.text ?? "tcp", span: node.span)
      ]
    }
    guard let text = word(node) else { return [] }
    let sides = text.text.split(separator: "/", maxSplits: 1).map(String.init)
    let parts = (sides.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard let target = parts.last.flatMap({ Self.range($0) }) else {
      if text.isCertain { report("Invalid containerPort: \(parts.last ?? "")", node.span) }
      return []
    }
    let published = parts.count > 1 && text.isCertain ? parts[parts.count - 2] : ""
    let transport = sides.count > 1 ? sides[1] : "tcp"
    return Self.pairs(published, target).map { published, target in
      ComposeService.Port(
        published: published, target: "\(target)", transport: transport, span: node.span)
    }
  }

  /// Ranges of one length are ports side by side; of a longer one the engine takes what is free.
  private static func pairs(
    _ published: Substring, _ target: ClosedRange<Int>
  ) -> [(published: String?, target: Int)] {
    guard !published.isEmpty else { return target.map { (nil, $0) } }
    guard let range = range(published), range.count == target.count else {
      return target.map { (String(published), $0) }
    }
    return zip(range, target).map { ("\($0)", $1) }
  }

  /// A port, or all from one to another.
  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      0 < first, first <= last, last <= 65_535
    else { return nil }
    return first...last
  }
}
