package import SourceText

/// Something that uWSGI dislikes in its configuration, or does not do as one might think.
package struct UwsgiProblem: Problem, Hashable {
  package let fact: Fact
  package let span: SourceSpan
  package let consequence: Consequence
  package let related: [RelatedSpan]

  init(
    _ fact: Fact, at span: SourceSpan, _ consequence: Consequence, related: [RelatedSpan] = []
  ) {
    self.fact = fact
    self.span = span
    self.consequence = consequence
    self.related = related
  }

  /// What is wrong, with the words that it is about.
  package enum Fact: Hashable, Sendable {
    // What is read.
    case missingFile(address: String, opened: Bool)
    case folderAsFile(address: String)

    /// A path has more bytes than a path may have.
    case longPath(length: Int)

    /// A name in a path has more bytes than a file's name may have.
    case longName(address: String)
    case noLoader(address: String)
    case missingSection(section: String, file: String)
    case malformed(format: String, reason: String)
    case missingRoot(format: String, name: String)
    case unsupportedToken(section: String)
    case emptySectionName
    case missingEnvironmentFolder
    case unreadableAddress(String)
    case emperorAddressOutsideVassal
    case includeLoop(address: String)
    case tooMuch(what: String, limit: Int)

    // Options.
    case unknownOption(name: String, suggestion: String?, isStrict: Bool)
    case optionOfAbsentPlugin(name: String, plugins: [String], isStrict: Bool)
    case forbiddenOption(name: String, list: String)
    case unrecognizedArgument(String)
    case ambiguousArgument(String, candidates: [String])
    case missingArgument(String)
    case unwantedArgument(String)
    case exitsWhileLoading(option: String, status: Int)

    // Logic, placeholders, custom options.
    case recursiveLogic(option: String)
    case unclosedLogic(option: String)

    /// A word of the command line without a value, inside a block: uWSGI crashes.
    case flagInBlock(option: String)

    /// An element of XML in the place of a value: uWSGI crashes.
    case elementAsValue(option: String)
    case endlessExpansion(option: String)
    case undefinedPlaceholder(name: String)
    case placeholderInImmediate(option: String)
    case placeholderIsOption(name: String)
    case malformedPlaceholder
    case malformedResolve
    case malformedCustomOption(value: String)
    case malformedCustomPart(part: String)
    case divisionOverflow

    // Plugins.
    case missingPlugin(name: String, path: String, searched: [String], isNeeded: Bool)
    case pluginLoadedTwice(name: String)

    // Values.
    case negativeNumber(option: String)
    case noNumber(option: String, value: String, taken: Int64)
    case noBoolean(option: String, value: String)
    case quotedValue(option: String)
    case commentInValue(option: String)
    case invalidMode(String)
    case accumulatedMode(String)
    case invalidUmask(String)
    case invalidImmediateUser(option: String)
    case cannotChangeAtOnce(option: String)
    case malformedValue(option: String, String, ValueForm)
    case malformedEnvironment(String)
    case missingSharedSocket(Int64)
    case emptySocketName
    case tooLongSocketName
    case unresolvableAddress(String)

    // What starts.
    case missingLogger(name: String)
    case missingLogEncoder(name: String)

    /// A value that uWSGI takes while it reads it, and refuses with these words when it starts.
    case refusedAtStart(String)
    case unknownUser(String)
    case unknownGroup(String)
    case unknownSocketUser(String)
    case unknownSocketGroup(String)
    case cannotChangeUser
    case cannotChangeGroup
    case cannotChangeSocketOwner
    case abstractSocketHasNoOwner
    case runsAsRoot
    case missingFolder(option: String, path: String)
    case missingPidFolder(path: String)
    case missingSocketFolder(path: String)
    case socketPathIsFolder(path: String)
    case noSocket
    case cheaperTooHigh
    case cheaperMayBeTooHigh(least: Int64)
    case noRequestPlugin
    case unknownProtocol(String)
    case noWorkers
    case malformedMountPoint(String)
    case lifetimeTooShort(minimum: Int64, maximum: Int64)
    case moduleFails(String)
    case moduleMissing(name: String, searched: [String], isNeeded: Bool)
    case applicationFileMissing(path: String, isNeeded: Bool)
    case callableMissing(name: String, path: String, present: [String], isNeeded: Bool)
  }
}
