import SourceText

/// Where a value is read: its section, and the names that it may use beside those of every value.
struct ValueContext {
  let section: IniSection
  var names: Expansions
}

extension Loading {
  /// Expands a text; nil where it cannot be, and then the problem is noted.
  mutating func expanded(
    _ text: TracedText, at span: SourceSpan, as label: String, with names: Expansions
  ) -> TracedText? {
    do {
      return try FormatString.expand(text, with: names)
    } catch {
      let format = text.string
      switch error {
      case .missing(let name):
        let available = names.names.sorted { $0.precedesInPython($1) }
        record(
          .unknownExpansion(format: format, option: label, name: name, names: available), at: span
        )
      case .malformed(let reason):
        record(.badExpansion(format: format, option: label, reason: reason), at: span)
      }
      return nil
    }
  }

  /// An option's expanded text; nil where the option is not set.
  ///
  /// The text is nil where it cannot be expanded.
  mutating func text(
    _ key: String, in context: ValueContext
  ) -> (text: TracedText?, span: SourceSpan)? {
    guard let option = document.option(key, in: context.section) else { return nil }
    let text = expanded(
      option.value, at: option.valueSpan, as: "\(context.section.name).\(key)",
      with: environment.updated(context.names)
    )
    return (text, option.valueSpan)
  }

  /// An option's value; nil where the option is not set.
  mutating func optional<Value>(
    _ key: String, in context: ValueContext,
    _ convert: (String) throws(BadValue) -> Value?
  ) -> Setting<Value>? {
    guard let (text, span) = text(key, in: context) else { return nil }
    return Setting(converted(text, at: span, convert), source: .option(span))
  }

  /// An option's value, or the default.
  mutating func value<Value>(
    _ key: String, in context: ValueContext, default initial: Value,
    _ convert: (String) throws(BadValue) -> Value?
  ) -> Setting<Value> {
    optional(key, in: context, convert) ?? Setting(initial)
  }

  /// Turns a text into a value; nil where that fails or the text is not known.
  mutating func converted<Value>(
    _ text: TracedText?, at span: SourceSpan,
    _ convert: (String) throws(BadValue) -> Value?
  ) -> Value? {
    guard let text else { return nil }
    guard let known = text.knownString else {
      markIncomplete()
      return nil
    }
    do {
      let value = try convert(known)
      if value == nil { markIncomplete() }
      return value
    } catch {
      record(error, at: span)
      return nil
    }
  }

  /// The path of a file in a folder that has to be there.
  mutating func filePath(_ text: String, at span: SourceSpan) -> String? {
    do {
      let (path, isChecked) = try surroundings.fileInExistingFolder(text)
      if !isChecked { markIncomplete() }
      return path
    } catch {
      record(error, at: span)
      return nil
    }
  }

  /// An account; one that may or may not be there is kept, but leaves the outcome open.
  mutating func user(_ key: String, in context: ValueContext) -> Setting<UserReference>? {
    let surroundings = surroundings
    let user = optional(key, in: context) { (text) throws(BadValue) in
      try surroundings.user(text)
    }
    if user?.value?.isListed == false { markIncomplete() }
    return user
  }

  /// The variables that `environment` sets; nil where the text is wrong or not known.
  mutating func pairs(_ text: TracedText?, at span: SourceSpan) -> [EnvironmentPair]? {
    guard let text else { return nil }
    do {
      return try EnvironmentPairs.parse(text)
    } catch {
      // What fills the gap may well make it right.
      if text.hasUnknownPart {
        markIncomplete()
      } else {
        record(error, at: span)
      }
      return nil
    }
  }
}
