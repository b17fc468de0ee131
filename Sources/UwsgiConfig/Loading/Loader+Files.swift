import Machine
import SourceText

/// What an address gives.
enum AddressContent {
  case bytes(SourceFile)
  case missing
  case unknown(UwsgiUnknown)
}

extension Loader {
  /// Loads a configuration whose form the end of its name tells; it never counts as the first file.
  mutating func loadBySuffix(_ address: UwsgiText, at span: SourceSpan) throws {
    guard let format = ConfigurationFormat(suffixOf: address) else {
      if address.isKnown {
        refuse(.noLoader(address: address.description), at: span)
      } else {
        isComplete = false
      }
      return
    }
    let before = magic.hasFirstFile
    magic.hasFirstFile = true
    defer { magic.hasFirstFile = before }
    try load(format, address, at: span, entry: nil)
  }

  /// Reads a configuration and adds its options; `entry` is the option that asks for it.
  mutating func load(
    _ format: ConfigurationFormat, _ text: UwsgiText, at span: SourceSpan, entry: Int?
  ) throws {
    limits.loadedFiles += 1
    limits.depth += 1
    defer { limits.depth -= 1 }
    guard limits.depth <= LoadingLimits.depth else {
      try stop(.includeLoop(address: text.description), at: span)
    }
    guard limits.loadedFiles <= LoadingLimits.files else {
      isComplete = false
      try stop(.tooMuch(what: "files", limit: LoadingLimits.files), at: span)
    }
    let address = ConfigurationAddress(text)
    guard fillMagic(address, text, at: span) else { return }
    if format == .xml, address.section?.isEmpty == true {
      refuse(.emptySectionName, at: span)
      return
    }
    let file = format == .ini ? rememberedFile(address) : address.file
    guard let file else {
      refuse(.missingFile(address: text.description, opened: true), at: span)
      return
    }
    guard let content = substitutedContent(file, isTerminated: format != .xml, at: span) else {
      return
    }
    try addOptions(format, content, address, file: file, at: span)
    // The readers of XML and of JSON with yajl do not put the colon back.
    let losesSection = format == .xml || (format == .json && machine.build.jsonLibrary != .jansson)
    if let entry, address.section != nil, losesSection {
      entries[entry].value = address.file
    }
  }

  /// `:section` alone means the file that the INI reader opened last, whoever opened it.
  private mutating func rememberedFile(_ address: ConfigurationAddress) -> UwsgiText? {
    if address.section != nil, address.file.isEmpty { return lastINIFile }
    lastINIFile = address.file
    return address.file
  }

  private mutating func addOptions(
    _ format: ConfigurationFormat, _ text: SubstitutedText, _ address: ConfigurationAddress,
    file: UwsgiText, at span: SourceSpan
  ) throws {
    let asked = address.section.flatMap { $0.isEmpty ? nil : $0 } ?? UwsgiText("uwsgi")
    switch format {
    case .ini: try addINIOptions(text, section: asked, file: file, at: span)
    case .json: try addJSONOptions(text, object: asked, at: span)
    case .yaml: try addYAMLOptions(text, section: asked, at: span)
    case .xml: try addXMLOptions(text, id: address.section, at: span)
    }
  }

  private mutating func addINIOptions(
    _ text: SubstitutedText, section: UwsgiText, file: UwsgiText, at span: SourceSpan
  ) throws {
    let lines = INIReader(text, section: section).entries()
    for line in lines {
      let option = ReadOption(
        name: text.text(in: line.name), value: text.text(in: line.value), nameRange: line.name,
        valueRange: line.value)
      try append(entry(option, text, isCertain: line.isAsked != nil))
    }
    if lines.isEmpty {
      report(
        .missingSection(section: section.description, file: file.description), at: span, .warns,
        related: [RelatedSpan(span: text.start, message: "the file")])
    }
  }

  /// The text of an address with injected files around it and its magic variables replaced.
  private mutating func substitutedContent(
    _ address: UwsgiText, isTerminated: Bool, at span: SourceSpan
  ) -> SubstitutedText? {
    switch read(address, at: span) {
    case .missing:
      return nil
    case .unknown:
      isComplete = false
      return nil
    case .bytes(let file):
      let before = injectedBefore.compactMap { part($0, at: span) }
      let after = injectedAfter.compactMap { part($0, at: span) }
      let own = SubstitutedText.Part(file: file.id, bytes: file.bytes)
      return SubstitutedText(
        before + [own] + after, magic: magic, isTerminated: isTerminated, unknown: file.id)
    }
  }

  private mutating func part(_ address: String, at span: SourceSpan) -> SubstitutedText.Part? {
    switch read(UwsgiText(address), at: span) {
    case .bytes(let file): return SubstitutedText.Part(file: file.id, bytes: file.bytes)
    case .missing: return nil
    case .unknown:
      isComplete = false
      return nil
    }
  }

  /// Reads what an address gives (`uwsgi_open_and_read`); a missing file makes uWSGI leave.
  mutating func read(_ address: UwsgiText, at span: SourceSpan) -> AddressContent {
    guard let name = address.string else {
      return .unknown(firstUnknown(in: address) ?? UwsgiUnknown(.computed))
    }
    if name == "-" || name == "fd://0" {
      guard let input = machine.standardInput else { return .unknown(UwsgiUnknown(.address(name))) }
      return .bytes(files.add(path: "standard input", bytes: input))
    }
    if name.hasPrefix("emperor://"), environment["UWSGI_EMPEROR_FD_CONFIG"] == nil {
      refuse(.emperorAddressOutsideVassal, at: span)
      return .missing
    }
    if ConfigurationAddress(address).hasScheme {
      report(.unreadableAddress(name), at: span, .unknown)
      return .unknown(UwsgiUnknown(.address(name)))
    }
    return readFile(name, at: span)
  }

  private mutating func readFile(_ name: String, at span: SourceSpan) -> AddressContent {
    guard let path = absolutePath(name) else {
      return .unknown(UwsgiUnknown(.workingDirectory))
    }
    if path == "/dev/null" {
      return .bytes(files.add(path: path, bytes: []))
    }
    switch tree.lookup(path) {
    case .file(let bytes, let origin):
      return .bytes(files.add(path: path, origin: origin, bytes: bytes))
    case .folder:
      report(.folderAsFile(address: name), at: span, .warns)
      return .bytes(files.add(path: path, bytes: []))
    case .absent:
      refuse(.missingFile(address: name, opened: true), at: span)
      return .missing
    case .opaqueFile, .unknown:
      return .unknown(UwsgiUnknown(.file(path: path)))
    }
  }

  /// Sets the magic variables of a file; false where the file is missing (`config_magic_table_fill`).
  private mutating func fillMagic(
    _ address: ConfigurationAddress, _ text: UwsgiText, at span: SourceSpan
  ) -> Bool {
    magic["o"] = address.file
    if address.hasScheme || text == UwsgiText("-") {
      return true
    }
    if address.section == nil || !address.file.isEmpty {
      guard let path = magicPath(address.file, at: span) else { return false }
      let inode = path.string.map { UwsgiUnknown(.inode(path: $0), lowerBound: 1) }
      magic.set(path: path, inode: unknownText(inode ?? UwsgiUnknown(.computed)))
    }
    magic["x"] = address.section ?? UwsgiText()
    magic.keepFirstFile()
    return true
  }

  /// What `%p` is: the real path; but a name that is itself a link stays as it was written.
  private mutating func magicPath(_ file: UwsgiText, at span: SourceSpan) -> UwsgiText? {
    guard let name = file.string else {
      return unknownText(firstUnknown(in: file) ?? UwsgiUnknown(.computed))
    }
    guard !name.isEmpty else {
      refuse(.missingFile(address: name, opened: false), at: span)
      return nil
    }
    // A file that includes itself by `%p` twice would have a path twice as long each time.
    guard name.utf8.count <= 4096 else {
      refuse(.longPath(length: name.utf8.count), at: span)
      return nil
    }
    guard name.utf8.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.count <= 255 }) else {
      refuse(.longName(address: name), at: span)
      return nil
    }
    guard let path = absolutePath(name) else {
      return unknownText(UwsgiUnknown(.workingDirectory))
    }
    if tree.destination(ofLink: path) != nil {
      return UwsgiText(
        name.hasPrefix("/") ? name : (invocation.workingDirectory ?? "") + "/" + name)
    }
    switch tree.lookup(path) {
    case .absent:
      refuse(.missingFile(address: name, opened: false), at: span)
      return nil
    case .file, .opaqueFile, .folder, .unknown:
      return UwsgiText(tree.realPath(path) ?? path)
    }
  }
}
