/// A grid of characters; lines that meet on it join.
struct TextCanvas {
  /// The sides of a cell that a line leaves by.
  struct Sides: OptionSet {
    let rawValue: Int
    static let up = Sides(rawValue: 1)
    static let down = Sides(rawValue: 2)
    static let left = Sides(rawValue: 4)
    static let right = Sides(rawValue: 8)
  }

  private enum Cell {
    case empty
    case line(Sides)
    case text(String)

    /// The right half of a wide character.
    case covered
  }

  private var cells: [[(cell: Cell, style: Style?)]]

  init(width: Int, height: Int) {
    let row = Array(repeating: (cell: Cell.empty, style: Style?.none), count: max(width, 0))
    cells = Array(repeating: row, count: max(height, 0))
  }

  mutating func text(_ text: String, x: Int, y: Int, _ style: Style? = nil) {
    var x = x
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if width == 0 {
        combine(scalar, x: x - 1, y: y)
      } else {
        set(.text(String(scalar)), x: x, y: y, style)
      }
      if width == 2 { set(.covered, x: x + 1, y: y, style) }
      x += width
    }
  }

  mutating func horizontal(y: Int, from: Int, to: Int, _ style: Style? = nil) {
    for x in min(from, to)..<max(from, to) {
      join(.right, x: x, y: y, style)
      join(.left, x: x + 1, y: y, style)
    }
  }

  mutating func vertical(x: Int, from: Int, to: Int, _ style: Style? = nil) {
    for y in min(from, to)..<max(from, to) {
      join(.down, x: x, y: y, style)
      join(.up, x: x, y: y + 1, style)
    }
  }

  mutating func rectangle(_ place: PictureLayout.Rectangle, _ style: Style? = nil) {
    horizontal(y: place.y, from: place.x, to: place.right - 1, style)
    horizontal(y: place.bottom - 1, from: place.x, to: place.right - 1, style)
    vertical(x: place.x, from: place.y, to: place.bottom - 1, style)
    vertical(x: place.right - 1, from: place.y, to: place.bottom - 1, style)
  }

  /// The lines, without the blanks at their ends.
  func lines(_ painter: Painter) -> [String] {
    cells.map { row in
      var line = ""
      var run = ""
      var style: Style?
      let end = row.lastIndex { if case .empty = $0.cell { false } else { true } }
      for (cell, cellStyle) in row[..<(end.map { $0 + 1 } ?? 0)] {
        if cellStyle != style {
          line += style.map { painter.paint(run, $0) } ?? run
          run = ""
          style = cellStyle
        }
        run += character(of: cell)
      }
      return line + (style.map { painter.paint(run, $0) } ?? run)
    }
  }

  private mutating func join(_ sides: Sides, x: Int, y: Int, _ style: Style?) {
    guard cells.indices.contains(y), cells[y].indices.contains(x) else { return }
    switch cells[y][x].cell {
    case .line(let others):
      cells[y][x] = (.line(others.union(sides)), style ?? cells[y][x].style)
    case .empty: cells[y][x] = (.line(sides), style)
    case .text, .covered: break
    }
  }

  private mutating func set(_ cell: Cell, x: Int, y: Int, _ style: Style?) {
    guard cells.indices.contains(y), cells[y].indices.contains(x) else { return }
    cells[y][x] = (cell, style)
  }

  /// Puts a mark on the character before it.
  private mutating func combine(_ mark: Unicode.Scalar, x: Int, y: Int) {
    guard cells.indices.contains(y), cells[y].indices.contains(x) else { return }
    guard case .text(let text) = cells[y][x].cell else { return }
    cells[y][x].cell = .text(text + String(mark))
  }

  private func character(of cell: Cell) -> String {
    switch cell {
    case .empty: " "
    case .covered: ""
    case .text(let text): text
    case .line(let sides): TextCanvas.lines[sides.rawValue]
    }
  }

  /// By the sides that a line leaves by: up is 1, down 2, left 4, right 8.
  private static let lines = [
    " ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]
}
