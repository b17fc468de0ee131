/// Writes Markdown as HTML; only web addresses become links.
struct HTMLMarkdown {
  let html: HTMLWriter

  /// Writes all blocks.
  func write(_ text: String) {
    for block in MarkdownParser.blocks(of: text) {
      write(block)
      html.breakLine()
    }
  }

  /// Writes one paragraph's text without the paragraph.
  func writeInline(_ text: String) {
    for piece in MarkdownInline.pieces(of: text) {
      switch piece {
      case .text(let text): html.text(text)
      case .code(let text): html.element("code", text: text)
      case .strong(let text): html.element("strong", text: text)
      case .emphasis(let text): html.element("em", text: text)
      case .link(let text, let address): writeLink(text, to: address)
      }
    }
  }

  private func writeLink(_ text: String, to address: String) {
    if address.hasPrefix("https://") || address.hasPrefix("http://") {
      html.element("a", ["href": address, "rel": "noreferrer"]) { writeInline(text) }
    } else {
      writeInline(text)
    }
  }

  private func write(_ block: MarkdownBlock) {
    switch block {
    case .heading(let level, let text):
      html.element(level == 1 ? "h3" : "h4") { writeInline(text) }
    case .paragraph(let text):
      html.element("p") { writeInline(text) }
    case .list(let items, let isNumbered):
      html.element(isNumbered ? "ol" : "ul") {
        for item in items {
          html.element("li") { writeInline(item) }
        }
      }
    case .code(let info, let text):
      html.element("figure", ["class": "code"]) {
        if !info.isEmpty {
          html.element("figcaption", text: info)
        }
        html.element("pre") { html.element("code", text: text) }
      }
    case .table(let rows):
      write(table: rows)
    }
  }

  private func write(table rows: [[String]]) {
    html.element("table") {
      for (number, row) in rows.enumerated() {
        html.element("tr") {
          for cell in row {
            html.element(number == 0 ? "th" : "td") { writeInline(cell) }
          }
        }
      }
    }
  }
}
