import Machine
import SourceText

extension InstanceBuilder {
  /// The instances that the options `emperor` stand for (`core/emperor.c`).
  ///
  /// A folder gives all its files with the name of a configuration, a pattern those that it matches.
  mutating func vassals(starter: UwsgiIdentity?, folder: UwsgiFolder) -> UwsgiVassals {
    var vassals = UwsgiVassals()
    let emperors = options.all("emperor")
    guard !emperors.isEmpty else { return vassals }
    let settings = VassalSettings(options, environment: environment, program: emperorProgram)
    vassals.isComplete = settings.isComplete
    // Each folder that is watched becomes the Emperor's own; a pattern takes it back to the start.
    var current = folder.working
    for emperor in emperors {
      guard emperor.condition == nil, let address = emperor.value?.string else {
        vassals.isComplete = false
        continue
      }
      let found = vassalFiles(address, from: &current, at: emperor.valueSpan)
      vassals.isComplete = vassals.isComplete && found.isComplete
      vassals.all += found.names.compactMap { name in
        settings.vassal(
          name, folder: found.folder, starter: starter, span: emperor.valueSpan)
      }
    }
    return vassals
  }

  /// The file of the program, which is what an Emperor starts.
  private var emperorProgram: String? { machine.executablePath }

  private mutating func vassalFiles(
    _ address: String, from current: inout String?, at span: SourceSpan
  ) -> VassalFiles {
    if let pattern = address.removingPrefix("glob://") {
      current = startFolder
      return files(matching: pattern)
    }
    let folder = address.removingPrefix("dir://")
    // `pg://`, `amqp://` and their kin: what they hold only the running Emperor sees.
    if folder == nil, address.contains("://") { return VassalFiles() }
    guard let path = absolute(folder ?? address, in: current) else { return VassalFiles() }
    let isFolder = if case .folder = tree.lookup(path) { true } else { false }
    guard isFolder || folder != nil || address.hasSuffix("/") else {
      current = startFolder
      return files(matching: address)
    }
    current = path
    return filesOfFolder(path, at: span)
  }

  private mutating func filesOfFolder(_ path: String, at span: SourceSpan) -> VassalFiles {
    if isAbsent(path) {
      report(.missingFolder(option: "chdir", path: path), at: span, .refuses)
    }
    let folder = tree.realPath(path) ?? path
    let listing = tree.entries(ofFolder: folder)
    var files = VassalFiles(folder: folder, isComplete: listing.isComplete)
    for name in listing.names {
      files.take(name, tree.lookup(FilePath.normalized(folder + "/" + name)))
    }
    return files
  }

  private func files(matching pattern: String) -> VassalFiles {
    guard let folder = startFolder, let absolutePattern = absolute(pattern, in: folder) else {
      return VassalFiles()
    }
    let matches = tree.glob(absolutePattern)
    let isRelative = !pattern.hasPrefix("/")
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let names = matches.paths.map { path in
      isRelative && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
    var files = VassalFiles(folder: folder, isComplete: matches.isComplete)
    for name in names {
      files.take(name, tree.lookup(name.hasPrefix("/") ? name : prefix + name))
    }
    return files
  }
}

/// The names of files that an Emperor would start vassals for, and the folder where it does.
private struct VassalFiles {
  var folder = "/"
  var names: [String] = []
  var isComplete = false

  /// Takes a name that is a configuration's, as `uwsgi_emperor_is_valid` judges it.
  mutating func take(_ name: String, _ lookup: FileLookup) {
    guard VassalSettings.isConfiguration(name) else { return }
    switch lookup {
    case .file, .opaqueFile: names.append(name)
    case .unknown: isComplete = false
    case .folder, .absent: break
    }
  }
}

/// What all vassals of an Emperor have in common.
private struct VassalSettings {
  private let before: [String]
  private let after: [String]
  private let environment: Environment
  private let program: String
  private let isOwnedByFile: Bool?

  /// False where another program, or the output of another, stands between Emperor and vassal.
  let isComplete: Bool

  init(_ options: AppliedOptions, environment: Environment, program: String?) {
    let words = { (name: String, flag: String) in
      options.all(name).flatMap { option in
        option.value?.string.map { [flag, $0] } ?? []
      }
    }
    before =
      words("vassals-inherit-before", "--inherit") + words("vassals-include-before", "--include")
      + (words("vassals-set", "--set") + words("vassal-set", "--set"))
    after = words("vassals-inherit", "--inherit") + words("vassals-include", "--include")
    self.environment = environment.ofVassal
    self.program = program ?? "uwsgi"
    isOwnedByFile = options.flag("emperor-tyrant")
    let foreign = [
      "emperor-wrapper", "emperor-wrapper-override", "emperor-wrapper-fallback",
      "emperor-magic-exec", "emperor-extra-extension", "emperor-extra-ext",
    ]
    isComplete = !options.options.contains { foreign.contains($0.name) }
  }

  /// The vassal of a file; nil where its name tells no form.
  func vassal(
    _ name: String, folder: String, starter: UwsgiIdentity?, span: SourceSpan
  ) -> UwsgiVassal? {
    guard let option = Self.option(forFile: name) else { return nil }
    let words = [program] + before + [option, name] + after
    return UwsgiVassal(
      file: FilePath.normalized(name.hasPrefix("/") ? name : folder + "/" + name),
      invocation: Invocation(
        arguments: words.map { Argument($0, span: span) }, environment: environment,
        workingDirectory: folder),
      starter: isOwnedByFile == false ? starter : nil, isOwnedByFile: isOwnedByFile, span: span)
  }

  static func isConfiguration(_ name: String) -> Bool {
    option(forFile: name) != nil && name.utf8.count < 255
  }

  private static func option(forFile name: String) -> String? {
    switch ConfigurationFormat(suffixOf: UwsgiText(name)) {
    case .ini: "--ini"
    case .xml: "--xml"
    case .yaml: "--yaml"
    case .json: "--json"
    case nil: nil
    }
  }
}

extension Environment {
  /// What a vassal gets of its Emperor's variables: `UWSGI_VASSAL_X` becomes `UWSGI_X`.
  fileprivate var ofVassal: Environment {
    var vassal = self
    vassal.values["UWSGI_RELOADS"] = nil
    vassal.values["UWSGI_EMPEROR_FD"] = "5"
    for (name, value) in values {
      guard let rest = name.removingPrefix("UWSGI_VASSAL_") else { continue }
      vassal.values[name] = nil
      vassal.values["UWSGI_" + rest] = value
    }
    return vassal
  }
}

extension String {
  fileprivate func removingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
