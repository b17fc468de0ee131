import SourceText

extension NginxLoader {
  /// Checks the parameters of a simple directive, as its setter does.
  mutating func check(_ id: Int, of command: NginxCommand) {
    if command.name == "load_module" { loadModule(id) }
  }

  /// Checks a line of a block such as `map`.
  mutating func checkLine(_ id: Int, of block: NginxCommand) {
    if tree.words.count - Int(tree.records[id].firstWord) == 2,
      NginxDirective(id: id, tree: tree).name == "include", block.name != "charset_map"
    {
      include(id)
    }
  }

  /// What nginx does when a block closes.
  mutating func blockEnds(_ id: Int) {}

  /// What nginx does when all files are read.
  mutating func finish() {
    let hasEvents = tree.records.contains { record in
      record.command >= 0 && record.parent < 0 && table[record.command].name == "events"
    }
    guard !hasEvents, setup.context == .main, isComplete, let file = tree.inclusions.last?.file
    else { return }
    report(
      NginxProblem(
        .structure(.noEvents),
        span: SourceSpan(file: file, start: 0, end: 0),
        reported: .nowhere
      )
    )
  }

  private mutating func loadModule(_ id: Int) {
    guard let path = NginxDirective(id: id, tree: tree).values.first else { return }
    let name = path.split(separator: "/").last ?? ""
    availability.load(moduleFile: name, version: setup.build.version)
  }
}
