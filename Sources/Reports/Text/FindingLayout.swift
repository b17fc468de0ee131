import Rules
import SourceText

/// Lays one finding out as lines of text.
struct FindingLayout {
  private let places: Places
  private let options: ReportOptions
  private let painter: Painter
  private let helps = HelpLines()

  /// What excerpts may take where nobody said how wide the terminal is.
  private static let defaultWidth = 120

  init(places: Places, options: ReportOptions) {
    self.places = places
    self.options = options
    painter = Painter(hasColor: options.hasColor)
  }

  func lines(of finding: Finding) -> [String] {
    let places =
      [places.place(of: finding.span)] + finding.related.map { self.places.place(of: $0.span) }
    let gutter = places.map { String($0.start.line).count }.max() ?? 1
    var lines = heading(of: finding, at: places[0])
    lines += excerpt(of: finding.span, gutter: gutter, mark: "^", style: Style(finding.severity))
    for (related, place) in zip(finding.related, places.dropFirst()) {
      lines += heading(of: related, at: place, gutter: gutter)
      lines += excerpt(of: related.span, gutter: gutter, mark: "-", style: .gutter)
    }
    return lines + help(of: finding, gutter: gutter)
  }

  private func heading(of finding: Finding, at place: Place) -> [String] {
    let label = "\(finding.severity.rawValue)[\(Printable.line(finding.rule))]"
    let start = "\(place.link): \(label): "
    let message = wrapped(
      Printable.line(finding.message),
      used: DisplayWidth.of(start),
      indent: 2
    )
    let head =
      painter.paint(place.link, .place) + ": " + painter.paint(label, Style(finding.severity))
      + ":" + (message[0].isEmpty ? "" : " " + painter.paint(message[0], .strong))
    return [head] + message.dropFirst().map { painter.paint($0, .strong) }
  }

  private func heading(of related: RelatedSpan, at place: Place, gutter: Int) -> [String] {
    let arrow = String(repeating: " ", count: gutter) + "--> "
    let message = wrapped(
      Printable.line(related.message),
      used: DisplayWidth.of(arrow + place.link) + 2,
      indent: gutter + 4
    )
    let head =
      painter.paint(arrow, .gutter) + painter.paint(place.link, .place) + ": " + message[0]
    return [head] + message.dropFirst()
  }

  private func excerpt(
    of span: SourceSpan,
    gutter: Int,
    mark: Character,
    style: Style
  ) -> [String] {
    let file = places.file(of: span)
    guard !file.bytes.isEmpty else { return [] }
    let width = max((options.width ?? FindingLayout.defaultWidth) - gutter - 3, 20)
    let excerpt = Excerpt(span, in: file, index: places.index(of: file), width: width)
    let number = String(excerpt.line)
    let bar = painter.paint(String(repeating: " ", count: gutter) + " |", .gutter)
    let numbered = String(repeating: " ", count: gutter - number.count) + number + " |"
    let marks = String(repeating: mark, count: excerpt.markWidth)
    return [
      bar,
      painter.paint(numbered, .gutter) + " " + excerpt.text,
      bar + " " + String(repeating: " ", count: excerpt.markStart) + painter.paint(marks, style),
    ]
  }

  private func help(of finding: Finding, gutter: Int) -> [String] {
    let margin = String(repeating: " ", count: gutter + 1)
    let label = "= help: "
    let lines = helps.lines(
      of: finding.help, width: options.width.map { $0 - gutter - 1 - label.count })
    guard let first = lines.first else { return [] }
    let indent = margin + String(repeating: " ", count: label.count)
    return [margin + painter.paint(label, .gutter) + first]
      + lines.dropFirst().map { indent + $0 }
  }

  private func wrapped(_ text: String, used: Int, indent: Int) -> [String] {
    TextWrapping(width: options.width).lines(of: text, used: used, indent: indent)
  }
}
