import SourceText

extension NginxLoader {
  /// The location that a directive opens; nil where it is none, or a mistaken one.
  func location(of id: Int) -> NginxLocation? {
    guard id >= 0, tree.records[id].command == location else { return nil }
    let statement = statement(id, table[location])
    return (2...3).contains(statement.count) ? NginxLocation(statement) : nil
  }

  /// Checks a `location` and its place (`ngx_http_core_location`).
  mutating func checkLocation(_ statement: Statement) {
    guard let location = NginxLocation(statement) else {
      refuse(invalid: "location modifier", statement, word: 1)
      return
    }
    if location.isPattern {
      let isCaseless = location.kind == .patternIgnoringCase
      let word = statement.count - 1
      let pattern = compilePattern(
        location.name, ignoringCase: isCaseless, statement, word: word
      )
      guard pattern != nil else { return }
    }
    noteLocation(location)
    guard block.context == .location, let outer = self.location(of: Int(block.directive)) else {
      return
    }
    checkNesting(of: location, in: outer, statement)
  }

  /// Looking through the locations of a server takes long: only one that may have two alike is.
  private mutating func noteLocation(_ location: NginxLocation) {
    guard !state.servers.isEmpty, !location.isPattern, location.kind != .named else { return }
    var hasher = Hasher()
    hasher.combine(block.directive)
    hasher.combine(location.kind == .exact)
    hasher.combine(location.name)
    guard !state.locations.insert(hasher.finalize()).inserted else { return }
    state.servers[state.servers.count - 1].mayRepeatLocations = true
  }

  private mutating func checkNesting(
    of location: NginxLocation, in outer: NginxLocation, _ statement: Statement
  ) {
    let name = location.name.printable
    let fault: ServerFault
    if outer.kind == .exact {
      fault = .locationInside(name, kind: "exact", outer: outer.name.printable)
    } else if outer.kind == .named {
      fault = .locationInside(name, kind: "named", outer: outer.name.printable)
    } else if location.kind == .named {
      fault = .namedLocationNested(name)
    } else if !location.isPattern, !location.name.starts(with: outer.name) {
      fault = .locationOutside(name, outer: outer.name.printable)
    } else {
      return
    }
    refuse(.server(fault), statement, word: statement.count - 1)
  }

  /// Reports locations that stand twice in one block, as the trees of locations are built.
  ///
  /// Inner blocks come first. They may be nested deeper than calls can be.
  mutating func checkLocationsAreDistinct(within id: Int) {
    var pending = [(id: id, isOpened: false)]
    while let block = pending.popLast() {
      guard !block.isOpened else {
        checkChildrenAreDistinct(of: block.id)
        continue
      }
      pending.append((block.id, true))
      let inner = locations(in: block.id).filter { hasBlocks($0.id) }
      for child in inner.sorted(by: Self.precedes).reversed() {
        pending.append((child.id, false))
      }
    }
  }

  /// Whether there are blocks within a block.
  private func hasBlocks(_ id: Int) -> Bool {
    (id + 1..<Int(tree.records[id].subtreeEnd)).contains { tree.records[$0].marks.contains(.block) }
  }

  private mutating func checkChildrenAreDistinct(of id: Int) {
    let sorted = locations(in: id).filter { !$0.location.isPattern && $0.location.kind != .named }
      .sorted(by: Self.precedes)
    var previous: (id: Int, location: NginxLocation)?
    var hasPrefix = false
    for child in sorted {
      let isExact = child.location.kind == .exact
      if let previous, previous.location.name == child.location.name {
        let isSame = isExact == (previous.location.kind == .exact)
        if isSame || (!isExact && hasPrefix) {
          reportDuplicate(child, first: previous.id)
          continue
        }
      } else {
        hasPrefix = false
      }
      if !isExact { hasPrefix = true }
      previous = child
    }
  }

  private func locations(in id: Int) -> [(id: Int, location: NginxLocation)] {
    var found: [(id: Int, location: NginxLocation)] = []
    var child = id + 1
    while child < Int(tree.records[id].subtreeEnd) {
      if let location = location(of: child) { found.append((child, location)) }
      child = Int(tree.records[child].subtreeEnd)
    }
    return found
  }

  private mutating func reportDuplicate(_ child: (id: Int, location: NginxLocation), first: Int) {
    let directive = NginxDirective(id: child.id, tree: tree)
    let record = tree.records[child.id]
    let firstSpan = NginxDirective(id: first, tree: tree).headSpan
    report(
      NginxProblem(
        .server(.duplicateLocation(child.location.name.printable)), span: directive.headSpan,
        reported: .at(
          tree.inclusions[Int(record.inclusion)].file, offset: Int(record.headEnd) - 1
        ),
        related: [RelatedSpan(span: firstSpan, message: "the first one")]
      )
    )
  }

  /// nginx's order of locations: by name with `/` before all, the exact one before its prefix.
  private static func precedes(
    _ left: (id: Int, location: NginxLocation), _ right: (id: Int, location: NginxLocation)
  ) -> Bool {
    let leftName = left.location.name.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    let rightName = right.location.name.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    if leftName != rightName { return leftName.lexicographicallyPrecedes(rightName) }
    let isExact = (left.location.kind == .exact, right.location.kind == .exact)
    return isExact.0 == isExact.1 ? left.id < right.id : isExact.0
  }

  /// Checks `root` and `alias` (`ngx_http_core_root`).
  mutating func checkRoot(_ statement: Statement) {
    let isAlias = statement.command.name == "alias"
    if let earlier = seenRoots.insert(isAlias: isAlias, block: blocks.count) {
      let fault: NginxFault =
        earlier == isAlias
        ? .structure(.duplicate(statement.command.name))
        : .value(.earlierRootOrAlias(statement.command.name, earlier: earlier ? "alias" : "root"))
      refuse(fault, statement)
      return
    }
    if isAlias, block.context == .location,
      location(of: Int(block.directive))?.kind == .named
    {
      refuse(.server(.aliasInNamedLocation), statement)
      return
    }
    for variable in ["document_root", "realpath_root"] where statement.hasDollar(1) {
      let value = statement.cString(1)
      guard value.contains(text: "$\(variable)") || value.contains(text: "${\(variable)}") else {
        continue
      }
      refuse(
        .server(.rootVariable(variable, directive: statement.command.name)), statement, word: 1
      )
      return
    }
    compileVariables(statement, word: 1)
  }

  /// Checks `try_files` (`ngx_http_try_files`).
  mutating func checkTryFiles(_ statement: Statement) {
    for word in 1..<statement.count {
      guard compileVariables(statement, word: word) else { return }
    }
    let word = statement.count - 1
    guard let code = statement[word].after("=") else { return }
    if let number = NginxNumber.integer(code), number <= 999 { return }
    // A code with a variable is taken with its last byte cut off, which is not a number either.
    let shown = statement.hasDollar(word) ? statement[word].dropLast() : statement[word]
    refuse(.invalid("code", shown.printable), statement, word: word)
  }
}

/// The `root` or `alias` that each open block has.
struct SeenRoots {
  private var entries: [(block: Int, isAlias: Bool)] = []

  /// Notes a directive in a block; what was there before, if anything was.
  mutating func insert(isAlias: Bool, block: Int) -> Bool? {
    while let last = entries.last, last.block > block { entries.removeLast() }
    if let last = entries.last, last.block == block { return last.isAlias }
    entries.append((block, isAlias))
    return nil
  }

  /// Forgets those of a block that closes.
  mutating func close(block: Int) {
    while let last = entries.last, last.block >= block { entries.removeLast() }
  }
}
