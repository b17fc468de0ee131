import SourceText

extension CrossplanePayload {
  /// A statement of the payload.
  enum Statement {
    case directive(NginxDirective)

    /// A comment, the line that it is given, and the file that it stands in.
    case comment(Range<Int>, line: Int, inclusion: Int)
  }

  /// The statements of a block, or of a file, with the comments between and within them.
  func statements(in block: NginxDirective?, reading: Int) -> [Statement] {
    let inclusion = block?.inclusionID ?? reading
    let file = configuration.inclusions[inclusion].file
    var statements: [Statement] = []
    var position = block.map { Int($0.headSpan.end) } ?? 0
    for directive in children(of: block, reading: reading) {
      if directive.inclusionID == inclusion {
        let start = Int(directive.span.start)
        append(comments: position..<start, file, inclusion, &statements)
        position = Int(directive.span.end)
      }
      guard !isRefused(directive) else { continue }
      statements.append(.directive(directive))
      appendComments(within: directive, &statements)
    }
    let end = block.map { Int($0.span.end) } ?? Int.max
    append(comments: position..<max(position, end), file, inclusion, &statements)
    return statements
  }

  private func children(of block: NginxDirective?, reading: Int) -> [NginxDirective] {
    let all: [NginxDirective]
    if let block {
      all = Array(block.children)
    } else {
      let parent = configuration.inclusions[reading].directive
        .flatMap { configuration[$0].parentID }
      all = Array(parent.map { configuration[$0].children } ?? configuration.children)
    }
    if options.combines { return all.filter { !isOpenedInclude($0) && !isCommandLine($0) } }
    let inclusion = block?.inclusionID ?? reading
    return all.filter { $0.inclusionID == inclusion }
  }

  private func isOpenedInclude(_ directive: NginxDirective) -> Bool {
    openedIncludes.contains(directive.id)
  }

  private func isCommandLine(_ directive: NginxDirective) -> Bool {
    configuration.inclusions[directive.inclusionID].isCommandLine
  }

  /// crossplane drops what it refuses.
  private func isRefused(_ directive: NginxDirective) -> Bool {
    directive.isBroken && directive.context != .unknown && directive.context != .freeForm
      && directive.command != nil
  }

  private func append(
    comments range: Range<Int>, _ file: SourceFile.ID, _ inclusion: Int,
    _ statements: inout [Statement]
  ) {
    guard options.includesComments else { return }
    for comment in comments[Int(file.rawValue)].comments(in: range) {
      let line = lines[Int(file.rawValue)].position(at: comment.lowerBound).line
      statements.append(.comment(comment, line: line, inclusion: inclusion))
    }
  }

  /// Comments between parameters stand after the statement, with its line, in any case.
  private func appendComments(within directive: NginxDirective, _ statements: inout [Statement]) {
    let file = configuration.inclusions[directive.inclusionID].file
    let range = Int(directive.headSpan.start)..<Int(directive.headSpan.end)
    for comment in comments[Int(file.rawValue)].comments(in: range) {
      statements.append(
        .comment(comment, line: line(of: directive), inclusion: directive.inclusionID)
      )
    }
  }

  private func line(of directive: NginxDirective) -> Int {
    let file = configuration.inclusions[directive.inclusionID].file
    return lines[Int(file.rawValue)].position(at: Int(directive.nameSpan.start)).line
  }

  func write(_ statement: Statement, reading: Int, _ json: inout JSONText) {
    switch statement {
    case .directive(let directive): write(directive, reading: reading, &json)
    case .comment(let range, let line, let inclusion):
      json.object { members in
        writeFile(inclusion, &members)
        members.member("directive", "#")
        members.member("line", line)
        members.member("args") { json in json.array([String]()) { $0.string($1) } }
        let text = configuration.tree.texts[inclusion][range]
        members.member("comment", String(decoding: text, as: UTF8.self))
      }
    }
  }

  private func write(_ directive: NginxDirective, reading: Int, _ json: inout JSONText) {
    json.object { members in
      writeFile(directive.inclusionID, &members)
      members.member("directive", directive.name)
      members.member("line", line(of: directive))
      members.member("args") { json in
        json.array(arguments(of: directive)) { $0.string($1) }
      }
      if directive.name == "include", !options.combines, !directive.isBlock {
        members.member("includes") { json in
          json.array(numbersOfFiles(includedBy: directive.id)) { $0.number($1) }
        }
      }
      if directive.isBlock, !directive.isLua {
        members.member("block") { json in
          let statements = statements(in: directive, reading: reading)
          json.array(statements) { write($1, reading: reading, &$0) }
        }
      }
    }
  }

  private func writeFile(_ inclusion: Int, _ members: inout JSONText.Members) {
    guard options.combines else { return }
    members.member("file", name(of: configuration.inclusions[inclusion].file))
  }

  private func arguments(of directive: NginxDirective) -> [String] {
    var arguments = directive.values
    if let body = directive.luaBody { arguments.append(body.value) }
    guard directive.name == "if", arguments.first?.hasPrefix("(") ?? false,
      arguments.last?.hasSuffix(")") ?? false
    else { return arguments }
    arguments[0] = String(arguments[0].dropFirst())
    arguments[arguments.count - 1] = String(arguments[arguments.count - 1].dropLast())
    if arguments.first?.isEmpty ?? false { arguments.removeFirst() }
    if arguments.last?.isEmpty ?? false { arguments.removeLast() }
    return arguments
  }
}
