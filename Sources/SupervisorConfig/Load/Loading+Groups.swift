import SourceText

extension Loading {
  /// Reads all programs in the order of `process_groups_from_parser`, and sorts the groups.
  mutating func readPrograms() {
    var groups: [ProcessGroup] = []
    var members: Set<String> = []
    for section in sections(withPrefix: "group:") {
      groups.append(readGroup(section, &members))
    }
    for section in sections(withPrefix: "program:") where !members.contains(section.name) {
      groups.append(readLoneProgram(section))
    }
    for section in sections(withPrefix: "eventlistener:") {
      groups.append(readEventListener(section))
    }
    for section in sections(withPrefix: "fcgi-program:") where !members.contains(section.name) {
      groups.append(readFastCGIProgram(section))
    }
    configuration.groups = groups.sortedByPriority
  }

  func sections(withPrefix prefix: String) -> [IniSection] {
    document.sections.filter { $0.name.hasScalarPrefix(prefix) }
  }

  /// What stands behind the first colon of a section's name.
  func nameAfterColon(_ section: IniSection) -> String {
    let parts = section.name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// A name of a program or group; the text itself where supervisord refuses it.
  mutating func checkedName(_ section: IniSection) -> String {
    let name = nameAfterColon(section)
    do {
      return try Conversion.name(name) ?? name
    } catch {
      record(error, at: section.header ?? mainSpan)
      return name
    }
  }

  private mutating func readGroup(
    _ section: IniSection, _ members: inout Set<String>
  ) -> ProcessGroup {
    let name = checkedName(section)
    let context = ValueContext(section: section, names: hereOnly)
    let programs = value("programs", in: context, default: [], Conversion.list)
    let priority = value("priority", in: context, default: 999, Conversion.integer)
    var processes: [SupervisorProcess] = []
    // supervisord names the last member in the message, not the group.
    var culprit = section.name
    for program in programs.value ?? [] {
      guard
        let member = readMember(program, of: culprit, at: programs.span ?? section.header)
      else { continue }
      culprit = member.name
      members.insert(member.name)
      processes += readProcesses(member, kind: .program, group: name)
    }
    return ProcessGroup(
      name: name, kind: .group, priority: priority, processes: processes,
      span: section.header ?? mainSpan
    )
  }

  private mutating func readMember(
    _ program: String, of culprit: String, at span: SourceSpan?
  ) -> IniSection? {
    let plain = document["program:\(program)"]
    let fastCGI = document["fcgi-program:\(program)"]
    let span = span ?? mainSpan
    if plain == nil, fastCGI == nil {
      // A file that is not known may define it.
      if configuration.includes.allSatisfy(\.isComplete) {
        record(.badSection(.unknownMember(section: culprit, program: program), span: span))
      }
      return nil
    }
    if plain != nil, fastCGI != nil {
      record(.badSection(.ambiguousMember(section: culprit, program: program), span: span))
    }
    return plain ?? fastCGI
  }

  private mutating func readLoneProgram(_ section: IniSection) -> ProcessGroup {
    let name = checkedName(section)
    let context = ValueContext(section: section, names: hereOnly)
    let priority = value("priority", in: context, default: 999, Conversion.integer)
    return ProcessGroup(
      name: name, kind: .program, priority: priority,
      processes: readProcesses(section, kind: .program, group: name),
      span: section.header ?? mainSpan
    )
  }
}

extension [ProcessGroup] {
  /// By priority, then by name; a priority that is not known counts as the default.
  fileprivate var sortedByPriority: [ProcessGroup] {
    enumerated().sorted { left, right in
      let leftPriority = left.element.priority.value ?? 999
      let rightPriority = right.element.priority.value ?? 999
      if leftPriority != rightPriority { return leftPriority < rightPriority }
      if left.element.name.precedesInPython(right.element.name) { return true }
      if right.element.name.precedesInPython(left.element.name) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
