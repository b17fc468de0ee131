import SourceText

extension Loading {
  /// Reads the `[rpcinterface:x]` sections as `get_plugins` does.
  mutating func readRPCInterfaces() {
    for section in sections(withPrefix: "rpcinterface:") {
      readRPCInterface(section)
    }
  }

  private mutating func readRPCInterface(_ section: IniSection) {
    let key = "supervisor.rpcinterface_factory"
    let context = ValueContext(section: section, names: Expansions())
    let header = section.header ?? mainSpan
    let factory = optional(key, in: context, Conversion.text)
    if let factory {
      checkEntryPoint(factory, of: section)
    } else {
      record(.badSection(.noFactory(section: section.name, key: key), span: header))
    }
    var extras: [(key: String, value: Setting<String>)] = []
    for extra in optionKeys(of: section) where extra != key {
      guard let value = optional(extra, in: context, Conversion.text) else { continue }
      extras.append((extra, value))
    }
    configuration.rpcInterfaces.append(
      RPCInterface(
        name: nameAfterColon(section), factory: factory ?? Setting(nil), extras: extras,
        span: header
      )
    )
  }

  /// A section's own keys, then those of `[DEFAULT]`, as `RawConfigParser.options` lists them.
  private func optionKeys(of section: IniSection) -> [String] {
    let own = section.options.map(\.key)
    return own + document.defaults.options.map(\.key).filter { section[$0] == nil }
  }

  /// Notes a Python entry point that supervisord cannot import.
  mutating func checkEntryPoint(_ setting: Setting<String>, of section: IniSection) {
    guard let text = setting.value else { return }
    let span = setting.span ?? section.header ?? mainSpan
    guard let entryPoint = EntryPoint(text) else {
      record(.badSection(.badEntryPoint("x=\(text)"), span: span))
      return
    }
    switch surroundings.pythonPackages.resolution(of: entryPoint) {
    case .resolves: break
    case .fails:
      record(.badSection(.unresolvedFactory(text, section: section.name), span: span))
    case .unknown: markIncomplete()
    }
  }
}
