import Rules

/// Draws a picture with the box characters of a terminal.
struct TextPicture {
  private static let metric = PictureLayout.Metric(
    characterWidth: 1, lineHeight: 1, paddingX: 2, paddingY: 1, gapX: 4, gapY: 3,
    markGap: 2, frameMargin: 2)

  private let picture: Picture
  private let layout: PictureLayout
  private let options: ReportOptions

  init(_ picture: Picture, _ options: ReportOptions) {
    self.picture = picture
    self.options = options
    layout = PictureLayout(picture, TextPicture.metric)
  }

  /// The drawing; a list of the steps where the terminal is too narrow for it.
  var text: String {
    let painter = Painter(hasColor: options.hasColor)
    let isTooWide = options.width.map { layout.width > $0 } ?? false
    let lines = isTooWide ? outline(painter) : drawing(painter)
    let title = [painter.paint(Printable.line(picture.title), .strong), ""]
    let marks =
      (picture.marks.isEmpty ? [] : ["elsewhere:"])
      + picture.marks.map { painter.paint($0.text, Style($0.severity)) }
    return (title + lines + marks).joined(separator: "\n") + "\n"
  }

  private func drawing(_ painter: Painter) -> [String] {
    var canvas = TextCanvas(width: layout.width, height: layout.height + 1)
    if let frame = layout.frame, let supervisor = picture.supervisor {
      canvas.rectangle(frame, .gutter)
      canvas.text(" \(supervisor) ", x: frame.x + 2, y: frame.y, .gutter)
    }
    for (index, box) in picture.boxes.enumerated() {
      draw(box, layout.rectangles[index], on: &canvas)
    }
    for arrow in picture.arrows { draw(arrow, on: &canvas) }
    for arrow in picture.arrows { drawHead(arrow, on: &canvas) }
    return canvas.lines(painter)
  }

  private func draw(_ arrow: Picture.Arrow, on canvas: inout TextCanvas) {
    let from = layout.rectangles[arrow.from]
    let to = layout.rectangles[arrow.to]
    let style = arrow.marks.severity.map { Style($0) }
    // Below the boxes that it leaves, and above the frame's line.
    let isEntry = picture.boxes[arrow.to].stage == .server && layout.frame != nil
    let turn = to.y - (isEntry ? 3 : 2)
    canvas.vertical(x: from.centerX, from: from.bottom - 1, to: turn, style)
    canvas.horizontal(y: turn, from: from.centerX, to: to.centerX, style)
    canvas.vertical(x: to.centerX, from: turn, to: to.y - 1, style)
  }

  private func drawHead(_ arrow: Picture.Arrow, on canvas: inout TextCanvas) {
    let to = layout.rectangles[arrow.to]
    canvas.text("▼", x: to.centerX, y: to.y - 1, arrow.marks.severity.map { Style($0) })
    for (index, line) in arrow.lines.enumerated() {
      let x = layout.markStart(of: arrow)
      canvas.text(line.text, x: x, y: to.y - 1 - index, Style(line.severity))
    }
  }

  private func draw(
    _ box: Picture.Box, _ place: PictureLayout.Rectangle, on canvas: inout TextCanvas
  ) {
    let style = box.marks.severity.map { Style($0) }
    canvas.rectangle(place, style)
    let marked = 1 + box.details.count
    for (index, line) in box.lines.enumerated() {
      let lineStyle = index == 0 ? Style.strong : index < marked ? nil : style
      canvas.text(line, x: place.x + 2, y: place.y + 1 + index, lineStyle)
    }
  }

  /// The steps as an indented list, from the client on; what was shown before is only named.
  private func outline(_ painter: Painter) -> [String] {
    var lines = picture.supervisor.map { ["all run by \($0)"] } ?? []
    var shown: Set<Int> = []
    for index in picture.boxes.indices where !picture.arrows.contains(where: { $0.to == index }) {
      outline(index, depth: 0, marks: [], shown: &shown, to: &lines, painter)
    }
    return lines
  }

  private func outline(
    _ index: Int, depth: Int, marks: [Picture.Mark], shown: inout Set<Int>,
    to lines: inout [String], _ painter: Painter
  ) {
    let box = picture.boxes[index]
    let isNew = shown.insert(index).inserted
    let indent = String(repeating: "  ", count: depth)
    let arrow = depth == 0 ? "" : "└ "
    lines += marks.map { indent + painter.paint($0.text, Style($0.severity)) }
    lines.append(indent + arrow + painter.paint(box.title, .strong))
    guard isNew else { return }
    lines += box.details.map { "\(indent)  \($0)" }
    lines += box.marks.map { "\(indent)  " + painter.paint($0.text, Style($0.severity)) }
    for arrow in picture.arrows where arrow.from == index {
      outline(
        arrow.to, depth: depth + 1, marks: arrow.marks, shown: &shown, to: &lines, painter)
    }
  }
}
