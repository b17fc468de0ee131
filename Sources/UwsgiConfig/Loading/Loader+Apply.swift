import Machine
import SourceText

extension Loader {
  /// Lets all options take effect that have not yet, first to last (`uwsgi_configure`).
  ///
  /// Where one adds others, uWSGI starts over. That matters only where names may mean something
  /// else by then: all that was passed has either taken effect or is unknown.
  mutating func applyAll() throws {
    var index = 0
    var known = knowledge
    while index < entries.count {
      let current = index
      index += 1
      guard !entries[current].isApplied else { continue }
      hasNewEntries = false
      switch resolve(current) {
      case .builtIn(let option):
        try apply(entries[current], option, index: current)
        entries[current].isApplied = true
      case .custom(let option):
        try run(option, on: entries[current])
        entries[current].isApplied = true
      case .unknown:
        break
      }
      if hasNewEntries, knowledge != known {
        try countWork(entries.count / 16)
        index = 0
        known = knowledge
      }
    }
    if let get = applied.first(where: { $0.name == "get" }), get.condition == nil {
      try stop(.exitsWhileLoading(option: get.name, status: 0), at: get.nameSpan)
    }
    for entry in entries where !entry.isApplied && !isStrict {
      guard !LogicKeyword.endings.contains(entry.knownName) else { continue }
      reportUnknown(entry, .ignores)
    }
  }

  /// A number that changes where a name may have got a meaning.
  private var knowledge: Int {
    2 * (customOptions.count + plugins.loaded.count + plugins.maybe.count) + (isStrict ? 1 : 0)
  }

  /// Lets one option take effect with the value that it has now.
  mutating func apply(
    _ entry: Entry, _ option: OptionSpecification, index: Int? = nil
  ) throws {
    applied.append(
      AppliedOption(
        name: option.name, value: entry.value, nameSpan: entry.nameSpan,
        valueSpan: entry.valueSpan, condition: entry.condition, specification: option))
    checkValue(entry, option)
    if option.name == "master" {
      let value = entry.value?.string.map { isTrue(UwsgiText($0)) } ?? (entry.value == nil)
      let isKnown = entry.condition == nil && entry.value?.isKnown != false
      master = MasterState(
        value: isKnown ? value : nil, option: option.name, span: entry.nameSpan)
    }
    if let action = OptionAction(option) {
      try perform(action, entry, option, index: index)
    }
  }

  private mutating func perform(
    _ action: OptionAction, _ entry: Entry, _ option: OptionSpecification, index: Int?
  ) throws {
    let value = entry.value ?? UwsgiText()
    let span = entry.valueSpan
    switch action {
    case .load(let format):
      try load(format, value, at: span, entry: index ?? self.index(of: entry))
    case .loadBySuffix, .inherit: try loadBySuffix(value, at: span)
    case .loadByPlugin: refuse(.noLoader(address: value.description), at: span)
    case .inject(let isBefore): inject(value, isBefore: isBefore)
    case .set: try set(entry, isPlaceholder: false)
    case .setPlaceholder: try set(entry, isPlaceholder: true)
    case .resolve: try resolveName(entry)
    case .declareOption: try declareOption(entry, isImmediate: option.isImmediate)
    case .openLogic(let keyword): try open(keyword, entry)
    case .blacklist: blacklist = value.words
    case .whitelist: whitelist = value.words
    case .endBlacklist: blacklist = nil
    case .endWhitelist: whitelist = nil
    case .strict: isStrict = isTrue(value)
    case .autoload: autoloads = isTrue(value)
    case .plugins(let isNeeded): loadPlugins(entry, isNeeded: isNeeded)
    case .pluginFolder: addPluginFolder(value)
    case .environment, .unsetEnvironment, .environmentFolder:
      try changeEnvironment(action, entry)
    case .exit, .exitSuccessfully, .sendSignal: try leave(action, entry, option)
    case .mode, .umask, .immediateUser, .socket, .sharedSocket:
      try checkSpecial(action, entry, option)
    }
  }

  /// The place in the list of an entry that acts while it is added: it is the last of its kind.
  private func index(of entry: Entry) -> Int? {
    entries.lastIndex { $0.nameSpan == entry.nameSpan && $0.name == entry.name }
  }

  private mutating func inject(_ value: UwsgiText, isBefore: Bool) {
    guard let address = value.string else {
      isComplete = false
      return
    }
    if isBefore {
      injectedBefore.append(address)
    } else {
      injectedAfter.append(address)
    }
  }

  private mutating func addPluginFolder(_ value: UwsgiText) {
    if let folder = value.string {
      pluginFolders.append(folder)
    } else {
      plugins.mayHaveMore = true
    }
  }

  /// Everything is true but `false`, `off`, `no` and `0` (`uwsgi_opt_true`).
  func isTrue(_ value: UwsgiText) -> Bool {
    let text = value.description.lowercased()
    return !["false", "off", "no", "0"].contains(text)
  }

  private mutating func leave(
    _ action: OptionAction, _ entry: Entry, _ option: OptionSpecification
  ) throws {
    guard entry.condition == nil else {
      isComplete = false
      return
    }
    let value = entry.value ?? UwsgiText()
    if case .sendSignal = action, let name = value.string, let path = absolutePath(name),
      case .absent = tree.lookup(path)
    {
      try stop(.missingFile(address: name, opened: true), at: entry.valueSpan)
    }
    var status = 0
    if case .exit = action {
      let given = entry.value.map { NumberRange($0, unknowns: unknowns).exact ?? 0 }
      status = Int(given ?? 1) & 0xff
    }
    try stop(
      .exitsWhileLoading(option: option.name, status: status), at: entry.nameSpan)
  }
}
