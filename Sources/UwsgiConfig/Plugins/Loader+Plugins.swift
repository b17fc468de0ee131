import Machine
import SourceText

extension Loader {
  /// Loads the plugins that are in the program, and those that its name or `UWSGI_PLUGINS` asks for.
  mutating func loadImplicitPlugins(_ words: [CommandWord]) {
    if let embedded = machine.build.embeddedPlugins {
      embedded.sorted().forEach { plugins.insert($0) }
    } else {
      plugins.mayHaveMore = true
    }
    let program = environment["UWSGI_ORIGINAL_PROC_NAME"]?.string ?? ""
    let span = words.first?.span ?? noSpan()
    for name in Self.pluginNames(impliedByProgram: program) {
      loadPlugin(name, at: span, isNeeded: false)
    }
    let requested = invocation.environment.values["UWSGI_PLUGINS"] ?? ""
    for name in requested.split(separator: ",") {
      loadPlugin(String(name), at: span, isNeeded: false)
    }
  }

  /// The plugins that a program's own name asks for: `uwsgi_python3` loads `python3`.
  static func pluginNames(impliedByProgram path: String) -> [String] {
    let name = FilePath.name(of: path)
    var rest = name[...]
    while !rest.isEmpty, !rest.hasPrefix("uwsgi_") { rest = rest.dropFirst() }
    return rest.dropFirst(6).split(separator: "_").map(String.init)
  }

  /// Loads a comma-separated list of plugins (`uwsgi_opt_load_plugin`).
  mutating func loadPlugins(_ entry: Entry, isNeeded: Bool) {
    guard let value = entry.value?.string else {
      plugins.mayHaveMore = true
      isComplete = false
      return
    }
    for name in value.split(separator: ",") {
      loadPlugin(String(name), at: entry.valueSpan, isNeeded: isNeeded)
    }
  }

  mutating func loadPlugin(_ written: String, at span: SourceSpan, isNeeded: Bool) {
    let file = fileName(ofPlugin: written)
    let internalName = internalPluginName(file)
    let paths = searchPaths(ofPlugin: file)
    var outcome = UwsgiPluginRequest.Outcome.missing
    search: for path in paths {
      switch path.map(tree.lookup) ?? .unknown {
      case .file, .opaqueFile:
        outcome = .loaded(path: path ?? file)
        break search
      case .absent, .folder:
        continue
      case .unknown:
        outcome = .unknown
        break search
      }
    }
    if machine.build.pluginFolder == nil, outcome == .missing { outcome = .unknown }
    note(&outcome, internalName)
    let request = UwsgiPluginRequest(
      name: written, internalName: internalName, searched: paths.compactMap(\.self),
      outcome: outcome, isNeeded: isNeeded, span: span)
    pluginRequests.append(request)
    reportFailure(of: request)
  }

  /// Looks for an option in every plugin there is, where `autoload` says so.
  ///
  /// What folders hold comes in no order: where several plugins have the option, any may be loaded.
  mutating func autoloadedOption(_ entry: Entry) -> OptionSpecification? {
    guard autoloads, customOptions[entry.knownName] == nil else { return nil }
    let wanted = Set(table.options(named: entry.knownName).map(\.plugin))
    guard !wanted.isEmpty else { return nil }
    for folder in pluginFolders + (machine.build.pluginFolder.map { [$0] } ?? []) {
      guard let path = absolutePath(folder) else { continue }
      let files = tree.entries(ofFolder: path).names.filter { file in
        file.hasSuffix("_plugin.so") && wanted.contains(internalPluginName(file))
      }
      guard let file = files.first else { continue }
      loadPlugin(path + "/" + file, at: entry.nameSpan, isNeeded: false)
      return option(named: entry.knownName)
    }
    return nil
  }

  private mutating func note(_ outcome: inout UwsgiPluginRequest.Outcome, _ name: String) {
    switch outcome {
    case .loaded where plugins.loaded.contains(name):
      outcome = .alreadyLoaded
    case .loaded:
      if let other = Self.requirements[name] {
        plugins.insert(other)
      }
      plugins.insert(name)
    case .unknown:
      plugins.insertUnknown(name)
      if let other = Self.requirements[name] {
        plugins.insertUnknown(other)
      }
    case .missing, .alreadyLoaded:
      break
    }
  }

  private mutating func reportFailure(of request: UwsgiPluginRequest) {
    let consequence: SourceText.Consequence = request.isNeeded ? .refuses : .warns
    switch request.outcome {
    case .missing:
      report(
        .missingPlugin(
          name: request.name, path: request.searched.last ?? request.name,
          searched: request.searched, isNeeded: request.isNeeded),
        at: request.span, consequence)
    case .alreadyLoaded where request.isNeeded:
      report(.pluginLoadedTwice(name: request.name), at: request.span, consequence)
    case .loaded, .alreadyLoaded, .unknown:
      break
    }
  }

  /// The file that a name stands for.
  ///
  /// Every blank anywhere takes one letter off the front: `uwsgi_strip` works so (`core/utils.c`).
  private func fileName(ofPlugin written: String) -> String {
    let blanks = written.utf8.count { $0 == 32 || $0 == 9 }
    var name = String(decoding: written.utf8.dropFirst(blanks), as: UTF8.self)
    if let colon = name.firstIndex(of: ":") {
      name = String(name[name.index(after: colon)...])
    }
    if let bar = name.firstIndex(of: "|") {
      name = String(name[..<bar])
    }
    return name.hasSuffix("_plugin.so") ? name : name + "_plugin.so"
  }

  /// The paths that are tried in turn; nil for one that is relative to an unknown folder.
  private func searchPaths(ofPlugin file: String) -> [String?] {
    if file.contains("/") { return [absolutePath(file)] }
    let folders = pluginFolders + (machine.build.pluginFolder.map { [$0] } ?? [])
    return folders.map { absolutePath($0 + "/" + file) }
  }

  /// What a plugin calls itself: `python` for all of `python3_plugin.so`, `python311_plugin.so`.
  private func internalPluginName(_ file: String) -> String {
    let name = String(FilePath.name(of: file).dropLast("_plugin.so".count))
    let names = Set(table.options.map(\.plugin))
    if names.contains(name) { return name }
    let beforeVersion = name.prefix { !$0.isNumber && $0 != "_" }
    return names.contains(String(beforeVersion)) ? String(beforeVersion) : name
  }

  /// The plugins that others bring along, by a note in their file.
  private static let requirements = [
    "http": "corerouter", "fastrouter": "corerouter", "rawrouter": "corerouter",
    "sslrouter": "corerouter", "forkptyrouter": "corerouter",
  ]

  /// A place for what nobody wrote.
  mutating func noSpan() -> SourceSpan {
    let file = files.add(path: "command: ", bytes: [])
    return SourceSpan(file: file.id, start: 0, end: 0)
  }
}
