extension RouteWalk {
  /// The first of the names of a `try_files` that is there; nil where none is, or nobody knows.
  mutating func firstFile(
    of names: some Sequence<String>, in level: NginxDirective
  ) -> String? {
    guard let files else { return nil }
    for name in names {
      guard let uri = expand(name), let place = place(of: uri, in: level) else {
        route.isCertain = false
        continue
      }
      switch (files.kind(of: place), name.hasSuffix("/")) {
      case (.file, false), (.folder, true): return uri
      case (.unknown, _): route.isCertain = false
      default: continue
      }
    }
    return nil
  }

  /// Answers with the file of the path; false where that is another path's.
  mutating func serveFile(in level: NginxDirective) -> Bool {
    let folder = folder(of: level)
    let text = folder.map { "\($0.name) \($0.values.first ?? "")" } ?? "root html"
    route.add("serves files: \(text)", folder)
    guard let files else { return true }
    guard let place = place(of: path.printable, in: level) else {
      route.isCertain = false
      return true
    }
    route.file = place
    if path.last == UInt8(ascii: "/") { return serveFolder(place, files, in: level) }
    switch files.kind(of: place) {
    case .file: answer(200, "\(place) is there")
    case .folder: answer(301, "\(place) is a folder: nginx adds a slash")
    case .absent: answer(404, "\(place) is not there: nginx answers 404")
    case .unknown: route.isCertain = false
    }
    return true
  }

  /// The index file of a folder, a list of what it holds, or neither.
  private mutating func serveFolder(
    _ place: String, _ files: RouteFiles, in level: NginxDirective
  ) -> Bool {
    let given = configuration.effective("index", in: level).flatMap(\.values)
    for index in given.isEmpty ? ["index.html"] : given {
      guard !index.hasPrefix("/"), !index.contains("$") else {
        route.isCertain = false
        continue
      }
      switch files.kind(of: place + index) {
      case .file, .folder:
        path += ByteText(index.utf8)
        isInternal = true
        route.file = nil
        route.add("the path becomes \(path.printable), the folder's index")
        return false
      case .unknown: route.isCertain = false
      case .absent: continue
      }
    }
    switch files.kind(of: place) {
    case .folder:
      let lists = configuration.effective("autoindex", in: level).first?.values.first == "on"
      answer(lists ? 200 : 403, lists ? "lists \(place)" : "\(place) has no index: 403")
    case .file, .absent: answer(404, "\(place) is not there: nginx answers 404")
    case .unknown: route.isCertain = false
    }
    return true
  }

  private mutating func answer(_ status: Int, _ reason: String) {
    route.status = status
    route.add(reason)
  }

  /// The nearest `alias` or `root`: the one takes the place of the other.
  private func folder(of level: NginxDirective) -> NginxDirective? {
    for block in sequence(first: level, next: { $0.parent }) {
      let own = Array(block.children).last { ["alias", "root"].contains($0.name) && !$0.isBroken }
      if let own { return own }
    }
    return nil
  }

  /// Where the file of a path is looked for; nil where that is not known.
  private func place(of uri: String, in level: NginxDirective) -> String? {
    guard let files else { return nil }
    guard let folder = folder(of: level), let value = folder.values.first else {
      return files.absolute("html") + uri
    }
    guard folder.name == "alias" else { return expand(value).map { files.absolute($0) + uri } }
    guard let block = route.location, let location = LocationSearch.location(of: block) else {
      return nil
    }
    if location.isPattern {
      guard value.contains("$"), uri == path.printable else { return nil }
      let ignoresCase = location.kind == .patternIgnoringCase
      return LocationSearch.captures(location.name, path, ignoringCase: ignoresCase)
        .flatMap { expand(value, captures: $0) }.map(files.absolute)
    }
    let name = location.name.printable
    guard !value.contains("$"), folder.parent?.id == block.id, uri.hasPrefix(name) else {
      return nil
    }
    return files.absolute(value) + uri.dropFirst(name.count)
  }

  /// A text with the path in place of its variables; nil where it has others.
  private func expand(_ text: String, captures: [ByteText] = []) -> String? {
    var expanded = text
    for name in ["$uri", "$document_uri", "${uri}", "${document_uri}"] {
      expanded = expanded.replacing(name, with: path.printable)
    }
    for (number, capture) in captures.enumerated() {
      expanded = expanded.replacing("$\(number)", with: capture.printable)
    }
    return expanded.contains("$") ? nil : expanded
  }
}
