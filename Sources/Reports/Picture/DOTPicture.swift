import Rules

/// Writes a picture for Graphviz.
struct DOTPicture {
  let picture: Picture

  var text: String {
    let inside = picture.boxes.indices.filter {
      picture.boxes[$0].stage.rawValue >= Picture.Stage.server.rawValue
    }
    let outside = picture.boxes.indices.filter { !inside.contains($0) }
    var lines = [
      "digraph dovetail {", "  label=\(quoted(picture.title)); labelloc=t; fontname=monospace;",
      "  node [shape=box, style=rounded, fontname=monospace];", "  edge [fontname=monospace];",
    ]
    lines += outside.map { "  \(node($0))" }
    if let supervisor = picture.supervisor {
      lines.append("  subgraph cluster_supervisor {")
      lines.append("    label=\(quoted(supervisor)); style=dashed;")
      lines += inside.map { "    \(node($0))" }
      lines.append("  }")
    } else {
      lines += inside.map { "  \(node($0))" }
    }
    lines += picture.arrows.map(step)
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func node(_ index: Int) -> String {
    let box = picture.boxes[index]
    let style = box.isMissing ? ", style=\"rounded,dashed\"" : ""
    return
      "b\(index) [label=\(quoted(box.lines.joined(separator: "\n")))\(color(box.marks))\(style)];"
  }

  private func step(_ arrow: Picture.Arrow) -> String {
    let label = arrow.marks.map(\.text).joined(separator: "\n")
    let text = label.isEmpty ? "" : " [label=\(quoted(label))\(color(arrow.marks))]"
    return "  b\(arrow.from) -> b\(arrow.to)\(text);"
  }

  private func color(_ marks: [Picture.Mark]) -> String {
    switch marks.severity {
    case .error: ", color=\"#ce2c31\", fontcolor=\"#ce2c31\", penwidth=2"
    case .warning: ", color=\"#ab6400\", fontcolor=\"#ab6400\", penwidth=2"
    default: ""
    }
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.escaping { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      // Graphviz reads entities in labels.
      case "&": "&amp;"
      default: nil
      }
    }
    return "\"\(escaped)\""
  }
}
