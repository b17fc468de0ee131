/// Where the boxes of a picture stand: stages from top to bottom, boxes side by side.
struct PictureLayout {
  /// How large things are, in pixels or in characters.
  struct Metric {
    let characterWidth: Int
    let lineHeight: Int
    let paddingX: Int
    let paddingY: Int
    let gapX: Int
    let gapY: Int

    /// How far marks stand beside their arrows.
    let markGap: Int

    /// The room that the frame's line takes above what it holds.
    let frameMargin: Int
  }

  struct Rectangle {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var centerX: Int { x + width / 2 }
    var right: Int { x + width }
    var bottom: Int { y + height }
  }

  private(set) var rectangles: [Rectangle]

  /// What is drawn around everything that supervisord runs.
  private(set) var frame: Rectangle?
  private(set) var width = 0
  private(set) var height = 0

  private let metric: Metric

  init(_ picture: Picture, _ metric: Metric) {
    self.metric = metric
    rectangles = picture.boxes.map { box in
      let columns = box.lines.map(DisplayWidth.of).max() ?? 0
      return Rectangle(
        x: 0, y: 0, width: columns * metric.characterWidth + 2 * metric.paddingX,
        height: box.lines.count * metric.lineHeight + 2 * metric.paddingY)
    }
    place(picture)
    frame(picture)
    let reaches = [frame?.right ?? 0, reach(of: picture.arrows)]
    width = (rectangles.map(\.right) + reaches).max() ?? 0
    height = (rectangles.map(\.bottom) + [frame?.bottom ?? 0]).max() ?? 0
  }

  private mutating func place(_ picture: Picture) {
    var top = 0
    for stage in Picture.Stage.allCases {
      let row = picture.boxes.indices.filter { picture.boxes[$0].stage == stage }
      guard !row.isEmpty else { continue }
      if stage == .server, picture.supervisor != nil { top += metric.frameMargin / 2 }
      place(row, of: picture, top: top)
      top = (row.map { rectangles[$0].bottom }.max() ?? top) + metric.gapY
    }
    let left = rectangles.map(\.x).min() ?? 0
    for index in rectangles.indices {
      rectangles[index].x -= left
    }
  }

  /// Each box stands below the middle of those that lead to it, as far as there is room.
  private mutating func place(_ row: [Int], of picture: Picture, top: Int) {
    let wishes = row.map { box in
      let parents = picture.arrows.filter { $0.to == box }.map { rectangles[$0.from].centerX }
      let middle = parents.isEmpty ? 0 : parents.reduce(0, +) / parents.count
      return (box: box, x: middle - rectangles[box].width / 2)
    }
    var left = Int.min
    var shift = 0
    for (box, wish) in wishes {
      rectangles[box].x = max(wish, left)
      rectangles[box].y = top
      left = rectangles[box].right + metric.gapX
      shift += rectangles[box].x - wish
    }
    // What moved to the right is balanced by moving the whole row to the left.
    for box in row {
      rectangles[box].x -= shift / row.count
    }
  }

  /// Where the marks of an arrow begin: to the right of it, whichever way it leans.
  func markStart(of arrow: Picture.Arrow) -> Int {
    max(rectangles[arrow.from].centerX, rectangles[arrow.to].centerX) + metric.markGap
  }

  /// As far to the right as the marks of arrows go.
  private func reach(of arrows: [Picture.Arrow]) -> Int {
    arrows.flatMap { arrow in
      arrow.lines.map { markStart(of: arrow) + DisplayWidth.of($0.text) * metric.characterWidth }
    }.max() ?? 0
  }

  private mutating func frame(_ picture: Picture) {
    guard picture.supervisor != nil else { return }
    let isInside = { picture.boxes[$0].stage.rawValue >= Picture.Stage.server.rawValue }
    let inside = picture.boxes.indices.filter(isInside).map { rectangles[$0] }
    let marks = reach(of: picture.arrows.filter { isInside($0.to) })
    guard let left = inside.map(\.x).min(), let right = (inside.map(\.right) + [marks]).max(),
      let top = inside.map(\.y).min(), let bottom = inside.map(\.bottom).max()
    else { return }
    let minimum = DisplayWidth.of(picture.supervisor ?? "") * metric.characterWidth
    let marginX = metric.gapX / 2
    // The title stands in the frame's own line, above the first boxes.
    let marginY = metric.frameMargin
    frame = Rectangle(
      x: left - marginX, y: top - marginY,
      width: max(right - left, minimum) + 2 * marginX, height: bottom - top + 2 * marginY)
    if left < marginX { move(by: marginX - left) }
  }

  private mutating func move(by distance: Int) {
    for index in rectangles.indices {
      rectangles[index].x += distance
    }
    frame?.x += distance
  }
}
