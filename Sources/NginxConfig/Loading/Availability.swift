/// Which entries of the table of directives the nginx at hand has.
struct Availability {
  enum Answer: UInt8 {
    case absent
    case present
    case unknown
  }

  private var answers: [Answer]

  init(_ build: NginxBuild) {
    answers = NginxDirectiveTable.standard.commands.map { Self.answer(for: $0, in: build) }
  }

  subscript(command: Int16) -> Answer {
    answers[Int(command)]
  }

  private static func answer(for command: NginxCommand, in build: NginxBuild) -> Answer {
    let answer = answer(for: command, ofModuleIn: build.version)
    if let modules = build.modules { return modules.contains(command.module) ? answer : .absent }
    return command.origin == .core || answer == .absent ? answer : .unknown
  }

  /// The answer where the module is there.
  private static func answer(
    for command: NginxCommand, ofModuleIn version: NginxVersion?
  ) -> Answer {
    guard command.versions.contains(version) else { return .absent }
    return command.versions.removed != nil && version == nil ? .unknown : .present
  }

  /// Takes in the modules of a file that `load_module` names.
  mutating func load(moduleFile name: some StringProtocol, version: NginxVersion?) {
    var isKnown = false
    for command in NginxDirectiveTable.standard.commands where command.isModule(in: name) {
      isKnown = true
      answers[Int(command.id)] = Self.answer(for: command, ofModuleIn: version)
    }
    if !isKnown { doubtAbsence(version: version) }
  }

  /// Says that files may be loaded of which nobody knows what they bring.
  mutating func doubtAbsence(version: NginxVersion?) {
    for command in NginxDirectiveTable.standard.commands
    where answers[Int(command.id)] == .absent
      && Self.answer(for: command, ofModuleIn: version) != .absent
    {
      answers[Int(command.id)] = .unknown
    }
  }
}

extension NginxCommand {
  /// Whether the module is in this file: its own name, or the one that Debian packs it in.
  fileprivate func isModule(in file: some StringProtocol) -> Bool {
    if let moduleFile { return moduleFile == file }
    return "\(module).so" == file
  }
}
