import SourceText

extension Loading {
  /// Keeps what was written, for those who want to see the options themselves.
  mutating func noteSections() {
    configuration.sections = document.sections.compactMap { section in
      section.header.map {
        SupervisorSection(name: section.name, span: $0, includedFrom: section.includedFrom)
      }
    }
    for section in [document.defaults] + document.sections {
      configuration.options += section.options.map { option in
        SupervisorOption(
          section: section.name, key: option.key, value: option.value.string,
          keySpan: option.keySpan, valueSpan: option.valueSpan
        )
      }
    }
  }

  /// Notes the sections and keys that supervisord never reads.
  mutating func findUnknownNames() {
    for section in document.sections {
      guard let keys = KnownNames.keys(ofSection: section.name) else {
        let suggestion = KnownNames.section(like: section.name)
        record(
          .unknownSection(section.name, suggestion: suggestion, span: section.header ?? mainSpan)
        )
        continue
      }
      // Every key of an rpcinterface goes to its factory.
      guard !keys.isEmpty else { continue }
      for option in section.options where !keys.contains(option.key) {
        record(
          .unknownOption(
            key: option.key, section: section.name,
            suggestion: Spelling.nearest(to: option.key, among: keys), span: option.keySpan
          )
        )
      }
    }
  }
}
