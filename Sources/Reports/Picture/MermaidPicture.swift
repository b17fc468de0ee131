import Rules

/// Writes a picture as a flowchart of Mermaid's.
struct MermaidPicture {
  let picture: Picture

  var text: String {
    let inside = picture.boxes.indices.filter {
      picture.boxes[$0].stage.rawValue >= Picture.Stage.server.rawValue
    }
    let outside = picture.boxes.indices.filter { !inside.contains($0) }
    var lines = ["flowchart TD"] + outside.map { "  \(node($0))" }
    if let supervisor = picture.supervisor {
      lines.append("  subgraph supervisor [\"\(escaped(supervisor))\"]")
      lines += inside.map { "    \(node($0))" }
      lines.append("  end")
    } else {
      lines += inside.map { "  \(node($0))" }
    }
    lines += picture.arrows.map(step)
    return (lines + styles).joined(separator: "\n") + "\n"
  }

  private func node(_ index: Int) -> String {
    let label = picture.boxes[index].lines.map(escaped).joined(separator: "<br>")
    return "b\(index)[\"\(label)\"]"
  }

  private func step(_ arrow: Picture.Arrow) -> String {
    let label = arrow.marks.map { escaped($0.text) }.joined(separator: "<br>")
    return "  b\(arrow.from) --\(label.isEmpty ? "" : " \"\(label)\" --")> b\(arrow.to)"
  }

  private var styles: [String] {
    var lines: [String] = []
    for (severity, color) in [(Severity.error, "#ce2c31"), (.warning, "#ab6400")] {
      let boxes = picture.boxes.indices.filter { picture.boxes[$0].marks.severity == severity }
      lines += boxes.map { "  style b\($0) stroke:\(color),stroke-width:3px" }
      let arrows = picture.arrows.indices.filter { picture.arrows[$0].marks.severity == severity }
      lines += arrows.map { "  linkStyle \($0) stroke:\(color),stroke-width:3px" }
    }
    return lines
  }

  /// Mermaid's own escapes: everything that could be markup becomes its number.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || " ./:_-,()@✗".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }
}
