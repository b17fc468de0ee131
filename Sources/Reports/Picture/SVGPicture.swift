import Rules
import XML

/// Draws a picture as SVG, readable on light and on dark paper.
struct SVGPicture {
  private static let metric = PictureLayout.Metric(
    characterWidth: 8, lineHeight: 18, paddingX: 14, paddingY: 9, gapX: 40, gapY: 44,
    markGap: 10, frameMargin: 28)
  private static let margin = 16

  private let picture: Picture
  private let layout: PictureLayout

  init(_ picture: Picture) {
    self.picture = picture
    layout = PictureLayout(picture, SVGPicture.metric)
  }

  /// The whole document, without the line that declares it to be XML.
  func text() throws -> String {
    var bytes: [UInt8] = []
    let svg = try XMLWriter { bytes += $0 }
    try write(to: svg)
    try svg.finish()
    let text = String(decoding: bytes, as: UTF8.self)
    return text.firstIndex(of: "\n").map { String(text[text.index(after: $0)...]) } ?? text
  }

  private func write(to svg: borrowing XMLWriter) throws {
    let width = layout.width + 2 * SVGPicture.margin
    let footnotes = picture.marks.count * SVGPicture.metric.lineHeight
    let height = layout.height + 2 * SVGPicture.margin + footnotes
    let margin = SVGPicture.margin
    try svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "class": "dovetail",
        "viewBox": "\(-margin) \(-margin) \(width) \(height)", "width": String(width),
        "height": String(height),
      ]
    ) {
      try svg.element("title") { try svg.text("The way of a request through \(picture.title)") }
      try svg.element("style") { try svg.text(SVGPicture.sheet) }
      try writeFrame(to: svg)
      for arrow in picture.arrows { try write(arrow, to: svg) }
      for (index, box) in picture.boxes.enumerated() {
        try write(box, layout.rectangles[index], to: svg)
      }
      for (index, mark) in picture.marks.enumerated() {
        let y = layout.height + (index + 1) * SVGPicture.metric.lineHeight
        try text(mark.text, x: 0, y: y, style: className(mark.severity), to: svg)
      }
    }
  }

  private func writeFrame(to svg: borrowing XMLWriter) throws {
    guard let frame = layout.frame, let supervisor = picture.supervisor else { return }
    try rectangle(frame, style: "frame", radius: 10, to: svg)
    try text(supervisor, x: frame.x + 12, y: frame.y + 17, style: "dim", to: svg)
  }

  private func write(_ arrow: Picture.Arrow, to svg: borrowing XMLWriter) throws {
    let from = layout.rectangles[arrow.from]
    let to = layout.rectangles[arrow.to]
    let style = arrow.marks.severity.map(className) ?? "plain"
    let end = to.y - 7
    let middle = (from.bottom + end) / 2
    try svg.element(
      "path",
      [
        "class": "step \(style)",
        "d": "M\(from.centerX) \(from.bottom)C\(from.centerX) \(middle) \(to.centerX) \(middle) "
          + "\(to.centerX) \(end)",
      ])
    try svg.element(
      "path",
      [
        "class": "head \(style)",
        "d": "M\(to.centerX) \(to.y)l-5 -9h10z",
      ])
    for (index, line) in arrow.lines.enumerated() {
      // Near the end that is further to the right, where the curve leaves room.
      let y = to.centerX < from.centerX ? from.bottom + 14 + 16 * index : to.y - 14 - 16 * index
      let x = layout.markStart(of: arrow)
      try text(line.text, x: x, y: y, style: className(line.severity), to: svg)
    }
  }

  private func write(
    _ box: Picture.Box, _ place: PictureLayout.Rectangle, to svg: borrowing XMLWriter
  ) throws {
    let style = box.marks.severity.map(className) ?? "plain"
    try rectangle(
      place, style: "box \(style)\(box.isMissing ? " missing" : "")", radius: 6, to: svg)
    let metric = SVGPicture.metric
    let marked = 1 + box.details.count
    for (index, line) in box.lines.enumerated() {
      let lineStyle =
        index == 0
        ? "title" : index < marked ? "dim" : className(box.marks[index - marked].severity)
      try text(
        line, x: place.x + metric.paddingX,
        y: place.y + metric.paddingY + (index + 1) * metric.lineHeight - 5, style: lineStyle,
        to: svg)
    }
  }

  private func rectangle(
    _ place: PictureLayout.Rectangle, style: String, radius: Int, to svg: borrowing XMLWriter
  ) throws {
    try svg.element(
      "rect",
      [
        "class": style, "x": String(place.x), "y": String(place.y), "width": String(place.width),
        "height": String(place.height), "rx": String(radius),
      ])
  }

  private func text(
    _ text: String, x: Int, y: Int, style: String, to svg: borrowing XMLWriter
  ) throws {
    try svg.element("text", ["class": style, "x": String(x), "y": String(y)]) {
      try svg.text(text)
    }
  }

  private func className(_ severity: Severity) -> String {
    severity == .error ? "bad" : "risky"
  }

  private static let sheet = """
    .dovetail{--ink:#1c2024;--dim:#60646c;--line:#8b8d98;--paper:#fff;--bad:#ce2c31;
    --risky:#ab6400;font:13px ui-monospace,Menlo,Consolas,monospace;background:var(--paper)}
    @media(prefers-color-scheme:dark){.dovetail{--ink:#edeef0;--dim:#b0b4ba;--line:#777b84;
    --paper:#111113;--bad:#ff9592;--risky:#ffca16}}
    .dovetail text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px}
    .dovetail .title{font-weight:600}.dovetail text.dim{fill:var(--dim)}
    .dovetail text.bad{fill:var(--bad)}.dovetail text.risky{fill:var(--risky)}
    .dovetail .box{fill:var(--paper);stroke:var(--line);stroke-width:1.5}
    .dovetail .frame{fill:none;stroke:var(--line);stroke-dasharray:2 4}
    .dovetail .step{fill:none;stroke:var(--line);stroke-width:1.5}
    .dovetail .head{fill:var(--line)}
    .dovetail .box.bad,.dovetail .step.bad{stroke:var(--bad);stroke-width:2.5}
    .dovetail .box.risky,.dovetail .step.risky{stroke:var(--risky);stroke-width:2}
    .dovetail .head.bad{fill:var(--bad)}.dovetail .head.risky{fill:var(--risky)}
    .dovetail .missing{stroke-dasharray:6 4}
    """
}
