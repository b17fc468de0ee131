import Machine
import SourceText

extension NginxLoader {
  /// Finds what an `include` names, as `ngx_conf_include` does; it is read before the next statement.
  mutating func include(_ id: Int) {
    let parameter = NginxDirective(id: id, tree: tree).parameters[0]
    // nginx works with C strings, which end at NUL.
    let pattern = String(decoding: parameter.value.utf8.prefix { $0 != 0 }, as: UTF8.self)
    let path = setup.absolutePath(pattern, fromMainFile: true)
    let glob = isPattern(path) ? files.glob(path) : nil
    let matches = glob?.paths ?? [path]
    openFiles[openFiles.count - 1].pending = PendingInclude(
      directive: id,
      include: includes.count,
      paths: matches[...]
    )
    includes.append(
      NginxInclude(
        directive: id,
        pattern: pattern,
        path: path,
        span: parameter.span,
        matches: matches,
        isComplete: glob?.isComplete ?? true
      )
    )
    if glob?.isComplete == false { lackFiles() }
  }

  /// Takes note that something is included that nobody knows; beside the blocks it may load modules.
  private mutating func lackFiles() {
    isComplete = false
    if block.context == .main { availability.doubtAbsence(version: setup.build.version) }
  }

  private func isPattern(_ path: String) -> Bool {
    path.utf8.contains { byte in
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == Ascii.openBracket
    }
  }

  /// Opens the next file of the include that the innermost file waits for.
  mutating func openNext(of pending: PendingInclude) {
    let current = openFiles.count - 1
    guard let path = pending.paths.first else {
      openFiles[current].pending = nil
      return
    }
    openFiles[current].pending?.paths.removeFirst()
    let place = head(of: pending.directive)
    switch files.lookup(path) {
    case .file where openFiles.contains { $0.path == path }:
      report(.structure(.includeCycle(path)), at: place, related: chain())
    case .file(let bytes, let origin):
      open(path, bytes: bytes, origin: origin, include: pending.directive)
    case .folder:
      // nginx opens it, and fails when it reads: then it no longer knows the place.
      let span = tree.span(of: place, in: Int(file.inclusion))
      report(NginxProblem(.structure(.includeFolder(path)), span: span, reported: .nowhere))
    case .absent:
      report(.structure(.includeMissing(path)), at: place)
    case .opaqueFile, .unknown:
      includes[pending.include].isComplete = false
      lackFiles()
    }
  }

  /// The includes that led here, the innermost first.
  private func chain() -> [RelatedSpan] {
    openFiles.reversed().compactMap { file in
      let inclusion = tree.inclusions[Int(file.inclusion)]
      guard let directive = inclusion.directive else { return nil }
      let span = NginxDirective(id: directive, tree: tree).headSpan
      return RelatedSpan(span: span, message: "included from here")
    }
  }
}
