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
    guard command.versions.contains(build.version) else { return .absent }
    if let modules = build.modules {
      guard modules.contains(command.module) else { return .absent }
      return command.versions.removed != nil && build.version == nil ? .unknown : .present
    }
    let mayBeGone = build.version == nil && command.versions.removed != nil
    return command.origin == .core && !mayBeGone ? .present : .unknown
  }

  /// Takes in the modules of a file that `load_module` names.
  mutating func load(moduleFile name: some StringProtocol, version: NginxVersion?) {
    var isKnown = false
    for command in NginxDirectiveTable.standard.commands where command.isModule(in: name) {
      isKnown = true
      if command.versions.contains(version) {
        answers[Int(command.id)] = .present
      }
    }
    guard !isKnown else { return }
    for index in answers.indices where answers[index] == .absent {
      answers[index] = .unknown
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
