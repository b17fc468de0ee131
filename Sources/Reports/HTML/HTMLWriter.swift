/// Writes HTML, bit by bit: elements are closures, names are literals, and all else is escaped.
final class HTMLWriter {
  private let output: ReportOutput

  init(_ output: ReportOutput) {
    self.output = output
    output.write("<!DOCTYPE html>\n")
  }

  /// Writes an element with whatever the closure writes inside.
  func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    content: () -> Void
  ) {
    open(name, attributes)
    content()
    output.write("</\(name)>")
  }

  /// Writes an element that holds nothing but text.
  func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { self.text(text) }
  }

  /// Writes an element that has no end tag.
  func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
  }

  func text(_ text: String) {
    output.write(HTMLWriter.escaped(text))
  }

  func breakLine() {
    output.write("\n")
  }

  /// Writes what is HTML already: style sheets and pictures of our own.
  func markup(_ markup: String) {
    output.write(markup)
  }

  private func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    output.write("<\(name)")
    for (name, value) in attributes {
      output.write(" \(name)=\"\(HTMLWriter.escaped(value))\"")
    }
    output.write(">")
  }

  private static func escaped(_ text: String) -> String {
    let needsEscapes = text.utf8.contains { byte in
      byte < 0x20 || byte >= 0x7F || "&<>\"'".utf8.contains(byte)
    }
    guard needsEscapes else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default: Printable.append(scalar, to: &escaped)
      }
    }
    return escaped
  }
}
