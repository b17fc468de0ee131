import SourceText

/// Reads one file into a document, line by line, as Python's `RawConfigParser._read` does.
struct IniReader {
  /// What makes `_read` raise an error.
  enum Fault {
    case noSectionHeader(line: Int, text: TracedText)

    /// All lines that are neither a header nor an option.
    case badLines([(line: Int, text: TracedText)])
  }

  private enum Target {
    case none
    case defaults
    case section(Int)
  }

  private var document: IniDocument
  private let file: SourceFile
  private let includedFrom: String?
  private var target = Target.none
  private var open: OpenOption?
  private var indent = 0
  private var badLines: [(line: Int, text: TracedText)] = []

  /// The option that continuation lines add to.
  private struct OpenOption {
    let key: String
    let keySpan: SourceSpan
    var lines: [TracedText]
  }

  /// Adds a file to a document, and answers what is wrong with it.
  static func read(
    _ file: SourceFile, includedFrom: String?, into document: inout IniDocument
  ) -> [Fault] {
    var reader = IniReader(document: document, file: file, includedFrom: includedFrom)
    let faults = reader.readLines()
    document = reader.document
    return faults
  }

  private init(document: IniDocument, file: SourceFile, includedFrom: String?) {
    self.document = document
    self.file = file
    self.includedFrom = includedFrom
  }

  private mutating func readLines() -> [Fault] {
    for (index, line) in IniLines(file).lines.enumerated() {
      let comment = InlineComment.start(in: line)
      let content = line[0..<(comment ?? line.scalars.count)].stripped
      if content.isEmpty {
        // A comment leaves no empty line in a value; a blank line does.
        if comment == nil { open?.lines.append(TracedText(file: file.id)) }
        continue
      }
      let depth = line.scalars.firstIndex { !$0.value.isPythonSpace } ?? 0
      if open != nil, depth > indent {
        open?.lines.append(content)
        continue
      }
      indent = depth
      if let name = sectionName(content) {
        header(name, content)
      } else if case .none = target {
        return [.noSectionHeader(line: index + 1, text: line)]
      } else if !option(content) {
        badLines.append((index + 1, line))
      }
    }
    close()
    return badLines.isEmpty ? [] : [.badLines(badLines)]
  }

  /// What stands between `[` and the last `]`.
  private func sectionName(_ content: TracedText) -> TracedText? {
    guard content.scalars.first?.value == "[",
      let end = content.scalars.lastIndex(where: { $0.value == "]" }), end > 1
    else { return nil }
    return content[1..<end]
  }

  private mutating func header(_ name: TracedText, _ content: TracedText) {
    close()
    let text = name.string
    guard text != "DEFAULT" else {
      target = .defaults
      return
    }
    let span = span(of: content[0..<(name.scalars.count + 2)])
    target = .section(
      document.section(named: text, header: span, includedFrom: includedFrom)
    )
  }

  /// Reads `key = value`; false where there is no delimiter or no key.
  private mutating func option(_ content: TracedText) -> Bool {
    guard
      let delimiter = content.scalars.firstIndex(where: { $0.value == "=" || $0.value == ":" })
    else { return false }
    close()
    let key = content[0..<delimiter].strippedAtEnd
    guard !key.isEmpty else { return false }
    let value = content[(delimiter + 1)..<content.scalars.count].strippedAtStart
    open = OpenOption(key: key.string.lowercased(), keySpan: span(of: key), lines: [value])
    openEnd = Int(content.scalars[delimiter].end)
    return true
  }

  /// Where an empty value stands: after the delimiter.
  private var openEnd = 0

  /// Writes the option that was being read, its lines joined and its empty end dropped.
  private mutating func close() {
    guard let option = open else { return }
    open = nil
    var value = TracedText(file: file.id)
    for (index, line) in option.lines.enumerated() {
      if index > 0 {
        let end = value.scalars.last?.end ?? Int32(openEnd)
        value.scalars.append(TracedText.Scalar(value: "\n", start: end, end: end))
      }
      value.scalars.append(contentsOf: line.scalars)
    }
    value = value.strippedAtEnd
    let written = IniOption(
      key: option.key, keySpan: option.keySpan, value: value,
      valueSpan: value.span ?? SourceSpan(file: file.id, start: openEnd, end: openEnd)
    )
    switch target {
    case .none: break
    case .defaults: document.defaults.set(written)
    case .section(let index): document.set(written, inSectionAt: index)
    }
  }

  private func span(of text: TracedText) -> SourceSpan {
    text.span ?? SourceSpan(file: file.id, start: 0, end: 0)
  }
}
