import Machine
import SourceText

extension Loading {
  /// Finds and reads the main file; nil where there is none, or none that is known.
  mutating func findMainFile() -> SourceFile? {
    if let option = commandLine["configfile"] {
      let path = option.value.text
      configuration.search.isExplicit = true
      configuration.search.candidates = [path]
      return openMainFile(path, option.value)
    }
    let candidates = defaultPaths
    configuration.search.candidates = candidates
    var unknown: String?
    for path in candidates {
      switch surroundings.exists(path) {
      case true?:
        if unknown != nil { markIncomplete() }
        return openMainFile(path, nil)
      case false?: continue
      case nil:
        // No package has a file around supervisord's own folder, and nobody is told to put one there.
        if !path.hasScalarPrefix("/usr/") { unknown = unknown ?? path }
      }
    }
    if let unknown {
      configuration.search.outcome = .unknown(unknown)
      markIncomplete()
      return nil
    }
    record(.noFileAtDefaultPaths(candidates, span: commandLineSpan(nil)))
    return nil
  }

  /// Where supervisord looks: around its own folder, in the working directory, and in `/etc`.
  private var defaultPaths: [String] {
    let prefix = Paths.folder(of: Paths.folder(of: commandLine.program))
    return [
      Paths.join(Paths.join(prefix, "etc"), "supervisord.conf"),
      Paths.join(prefix, "supervisord.conf"),
      "supervisord.conf",
      "etc/supervisord.conf",
      "/etc/supervisord.conf",
      "/etc/supervisor/supervisord.conf",
    ]
  }

  private mutating func openMainFile(_ path: String, _ argument: Argument?) -> SourceFile? {
    mainPath = path
    configuration.search.outcome = .found(path)
    configuration.here = surroundings.absolute(Paths.folder(of: path))
    switch surroundings.lookup(path) {
    case .file(let bytes, let origin):
      return files.add(
        path: surroundings.absolute(path) ?? path, origin: origin, bytes: bytes
      )
    case .folder: record(.fileNotReadable(path, span: commandLineSpan(argument)))
    case .absent:
      configuration.search.outcome = .notFound
      record(.fileNotFound(path, span: commandLineSpan(argument)))
    case .opaqueFile: markIncomplete()
    case .unknown:
      configuration.search.outcome = .unknown(path)
      markIncomplete()
    }
    return nil
  }

  /// A file larger than this is no configuration; it is left unread.
  private static let largestFile = 1 << 23

  /// Merges one file into the document.
  mutating func read(_ file: SourceFile, named path: String, includedFrom: String?) {
    guard file.bytes.count <= Self.largestFile else {
      markIncomplete()
      return
    }
    if let fault = UTF8Fault.first(in: file.bytes) {
      let span = SourceSpan(file: file.id, start: fault.start, end: fault.start + fault.length)
      record(.undecodable(fault.message(in: file.bytes), span: span))
    }
    for fault in IniReader.read(file, includedFrom: includedFrom, into: &document) {
      switch fault {
      case .noSectionHeader(let line, let text):
        let span = text.span ?? SourceSpan(file: file.id, start: 0, end: 0)
        record(.noSectionHeader(path: path, line: line, text: text.string, span: span))
      case .badLines(let lines):
        let span = lines.first?.text.stripped.span
        record(
          .unreadableLines(
            path: path,
            lines: lines.map { UnreadableLine(number: $0.line, text: $0.text.string) },
            span: span ?? SourceSpan(file: file.id, start: 0, end: 0)
          )
        )
      }
    }
  }

  /// Reads what `[include]` asks for.
  mutating func includeFiles() {
    guard let section = document["include"], let here = configuration.here else { return }
    document.expandHere(here)
    guard let option = document.option("files", in: section) else {
      record(.includeWithoutFiles(span: section.header ?? mainSpan))
      return
    }
    // The value may have been rewritten just now.
    let current = document["include"].flatMap { document.option("files", in: $0) } ?? option
    var names = Expansions()
    names.set("here", .text(here))
    names.set("host_node_name", hostNodeName)
    guard
      let files = expanded(
        current.value, at: current.valueSpan, as: "include.files", with: names.updated(environment)
      )
    else { return }
    guard let patterns = files.knownString else {
      markIncomplete()
      return
    }
    for pattern in patterns.pythonWords {
      include(Paths.join(here, pattern), at: current.valueSpan)
    }
  }

  private mutating func include(_ pattern: String, at span: SourceSpan) {
    let matches = IncludeGlob(tree: surroundings.tree).matches(pattern)
    let paths = matches.paths.sorted { $0.precedesInPython($1) }
    configuration.includes.append(
      IncludePattern(pattern: pattern, span: span, paths: paths, isComplete: matches.isComplete)
    )
    if !matches.isComplete { markIncomplete() }
    if paths.isEmpty, matches.isComplete { record(.nothingIncluded(pattern: pattern, span: span)) }
    for path in paths { includeFile(path) }
  }

  private mutating func includeFile(_ path: String) {
    switch surroundings.lookup(path) {
    case .file(let bytes, let origin):
      let file = files.add(path: Paths.normalized(path), origin: origin, bytes: bytes)
      read(file, named: path, includedFrom: path)
    case .opaqueFile, .unknown: markIncomplete()
    case .folder, .absent: break
    }
    // Python's parser skips what it cannot open; supervisord then goes on all the same.
    document.expandHere(Paths.normalized(Paths.folder(of: path)))
  }

  var mainSpan: SourceSpan {
    SourceSpan(file: mainFile?.id ?? SourceFile.ID(rawValue: 0), start: 0, end: 0)
  }

  var hostNodeName: Expansions.Value {
    surroundings.hostName.map { .text($0) } ?? .unknown
  }
}
