import SourceText

extension Loader {
  /// Adds an option to the list, unless a block of logic drops it (`add_exported_option_do`).
  mutating func append(_ entry: Entry, isPlaceholder: Bool = false) throws {
    try countWork(1 + (entry.value?.units.count ?? 0) / 64)
    try checkLists(entry)
    if !logic.isRunning {
      if LogicKeyword.endings.contains(entry.knownName) {
        logic.end()
      }
      if let keyword = logic.keyword {
        logic.isRunning = true
        defer { logic.isRunning = false }
        try run(keyword, on: entry)
        return
      }
    }
    try add(entry, isPlaceholder: isPlaceholder)
  }

  /// Adds an option for good; one that acts at once does so now.
  mutating func add(_ entry: Entry, isPlaceholder: Bool = false) throws {
    guard entries.count < LoadingLimits.entries else {
      isComplete = false
      try stop(.tooMuch(what: "options", limit: LoadingLimits.entries), at: entry.nameSpan)
    }
    let index = entries.count
    entries.append(entry)
    if firstEntries[entry.name] == nil { firstEntries[entry.name] = index }
    hasNewEntries = true
    if isPlaceholder {
      let isOption = option(named: entry.knownName) != nil || customOptions[entry.knownName] != nil
      if isOption {
        try stop(.placeholderIsOption(name: entry.knownName), at: entry.nameSpan)
      }
      entries[index].isApplied = true
      return
    }
    let resolution = resolve(index)
    if case .builtIn(let option) = resolution { noteMaster(option, entries[index]) }
    switch resolution {
    case .builtIn(let option) where option.isImmediate:
      try apply(entries[index], option)
      entries[index].isApplied = true
    case .custom(let option) where option.isImmediate:
      try run(option, on: entries[index])
      entries[index].isApplied = true
    case .builtIn, .custom, .unknown:
      break
    }
  }

  /// Finds the option of an entry; a strict uWSGI leaves where there is none (`uwsgi_opt_get`).
  mutating func resolve(_ index: Int) -> OptionResolution {
    let entry = entries[index]
    if let option = option(named: entry.knownName) ?? autoloadedOption(entry) {
      let isCertain = option.plugin == "core" || plugins.presence(of: option.plugin) == .present
      entries[index].specification = option
      entries[index].isKnown = isCertain ? true : nil
      return .builtIn(option)
    }
    if let option = customOptions[entry.knownName] {
      entries[index].isKnown = true
      return .custom(option)
    }
    if isStrict {
      reportUnknown(entry, .refuses)
    }
    return .unknown
  }

  /// The option of this name that this instance has, or may have.
  func option(named name: String) -> OptionSpecification? {
    let candidates = table.options(named: name).filter { isIn(machine.version, $0) }
    return candidates.first { $0.plugin == "core" }
      ?? candidates.first { plugins.presence(of: $0.plugin) == .present }
      ?? candidates.first { plugins.presence(of: $0.plugin) == .unknown }
  }

  /// Whether a version knows an option; one that is not known may know them all.
  private func isIn(_ version: String?, _ option: OptionSpecification) -> Bool {
    guard let version, option.since.hasPrefix("2.0."), version.hasPrefix("2.0.") else {
      return true
    }
    let number = { (text: String) in Int(text.dropFirst(4).prefix { $0.isNumber }) ?? 0 }
    return number(option.since) <= number(version) || option.since == "2.0.21"
  }

  mutating func reportUnknown(_ entry: Entry, _ consequence: SourceText.Consequence) {
    let name = entry.knownName
    guard entry.name.isKnown, entry.condition == nil else { return }
    let brought = table.options(named: name).map(\.plugin)
    if brought.isEmpty {
      limits.suggestions += 1
      let isWorthIt = limits.suggestions <= LoadingLimits.suggestions
      let suggestion = isWorthIt ? table.suggestion(for: name) : nil
      report(
        .unknownOption(
          name: name, suggestion: suggestion, isStrict: consequence == .refuses),
        at: entry.nameSpan, consequence)
    } else {
      report(
        .optionOfAbsentPlugin(
          name: name, plugins: brought, isStrict: consequence == .refuses),
        at: entry.nameSpan, consequence)
    }
  }

  /// Many options bring the master along as soon as they are read, even if their value says no.
  private mutating func noteMaster(_ option: OptionSpecification, _ entry: Entry) {
    guard !option.flags.isDisjoint(with: [.master, .logMaster, .requestLogMaster]) else { return }
    if entry.condition == nil {
      master = MasterState(value: true, option: option.name, span: entry.nameSpan)
    } else if master.value == false {
      master.value = nil
    }
  }

  private mutating func checkLists(_ entry: Entry) throws {
    if let blacklist, isListed(entry, in: blacklist) {
      try stop(.forbiddenOption(name: entry.knownName, list: "blacklist"), at: entry.nameSpan)
    }
    if let whitelist, !isListed(entry, in: whitelist) {
      try stop(.forbiddenOption(name: entry.knownName, list: "whitelist"), at: entry.nameSpan)
    }
  }

  /// Lists of names are compared without regard to case (`uwsgi_list_has_str`).
  private func isListed(_ entry: Entry, in list: [UwsgiText]) -> Bool {
    let name = entry.knownName.lowercased()
    return list.contains { $0.description.lowercased() == name }
  }

  /// Counts what loading has cost so far, and ends it where that is too much.
  mutating func countWork(_ amount: Int) throws {
    limits.work += amount
    if limits.work > LoadingLimits.work {
      isComplete = false
      let span = entries.last?.nameSpan ?? noSpan()
      try stop(.tooMuch(what: "steps", limit: LoadingLimits.work), at: span)
    }
  }
}

/// What uWSGI finds under an option's name.
enum OptionResolution {
  case builtIn(OptionSpecification)
  case custom(CustomOption)
  case unknown
}

/// An option that `declare-option` makes of others.
struct CustomOption {
  /// The options that it stands for, as `name=value;name=value`.
  let template: UwsgiText

  /// False for those of `declare-option2`, which see their value expanded.
  let isImmediate: Bool

  /// Whether the command line wants a value for it: one of its first three words is used.
  var takesArgument: Bool {
    ["$1", "$2", "$3"].contains { template.description.contains($0) }
  }
}
