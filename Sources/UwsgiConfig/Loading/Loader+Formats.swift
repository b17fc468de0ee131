import SourceText

extension Loader {
  /// An entry of the list for what a reader found.
  func entry(_ option: ReadOption, _ text: SubstitutedText, isCertain: Bool = true) -> Entry {
    var entry = Entry(
      name: option.name, value: option.value, nameSpan: text.span(of: option.nameRange),
      valueSpan: text.span(of: option.valueRange))
    entry.steps = text.replacements(in: option.valueRange).compactMap { replacement in
      // `%(` stands for itself.
      guard replacement.letter != UInt8(ascii: "(") else { return nil }
      return EvaluationStep(
        kind: .magic, token: "%" + String(decoding: [replacement.letter], as: UTF8.self),
        replacement: text.text(in: replacement.units).description)
    }
    entry.condition = isCertain ? nil : UwsgiUnknown(.computed)
    return entry
  }

  mutating func addJSONOptions(
    _ text: SubstitutedText, object: UwsgiText, at span: SourceSpan
  ) throws {
    let known = machine.build.jsonLibrary
    do {
      let options = try read(text, object: object, known ?? .yajl)
      // Where nobody knows which library it is, both must say the same.
      let isCertain = known != nil || (try? read(text, object: object, .jansson)) == options
      for option in options {
        try append(entry(option, text, isCertain: isCertain))
      }
    } catch let failure as ReadFailure {
      report(failure, format: "JSON", name: object, text, at: span)
    }
  }

  private func read(
    _ text: SubstitutedText, object: UwsgiText, _ library: JSONLibrary
  ) throws -> [ReadOption] {
    var reader = JSONReader(text.units, library: library)
    return try reader.options(ofObject: object)
  }

  mutating func addYAMLOptions(
    _ text: SubstitutedText, section: UwsgiText, at span: SourceSpan
  ) throws {
    if machine.build.readsYAMLByLine {
      for option in YAMLLineReader(text.units, section: section).options() {
        try append(entry(option, text))
      }
      return
    }
    var reader = YAMLReader(text.units)
    var failure: ReadFailure?
    do {
      try reader.readOptions(ofSection: section)
    } catch let error as ReadFailure {
      failure = error
    }
    for option in reader.options {
      try append(entry(option, text))
    }
    if let place = reader.unsupportedAt {
      report(
        .unsupportedToken(section: section.description), at: text.span(of: place..<place), .warns)
    }
    if let failure {
      report(failure, format: "YAML", name: section, text, at: span)
    }
  }

  mutating func addXMLOptions(
    _ text: SubstitutedText, id: UwsgiText?, at span: SourceSpan
  ) throws {
    var reader = XMLReader(text.units)
    do {
      for option in try reader.options(ofID: id?.description) {
        try append(entry(option, text))
      }
    } catch let failure as ReadFailure {
      report(failure, format: "XML", name: id ?? UwsgiText("uwsgi"), text, at: span)
    }
  }

  private mutating func report(
    _ failure: ReadFailure, format: String, name: UwsgiText, _ text: SubstitutedText,
    at span: SourceSpan
  ) {
    switch failure {
    case .malformed(let reason, let place):
      let place = min(place, text.units.count)
      let end = min(place + 1, text.units.count)
      refuse(.malformed(format: format, reason: reason), at: text.span(of: place..<end))
    case .noRoot:
      refuse(.missingRoot(format: format, name: name.description), at: span)
    case .crash(let name, let range):
      refuse(.elementAsValue(option: name.description), at: text.span(of: range))
    }
  }
}
