import SourceText

/// The one block of logic that may be open: `for`, `if-env` and their kin.
struct LogicState {
  /// The keyword that opened the block; nil where none is open.
  var keyword: LogicKeyword?
  var argument = UwsgiText()
  var span: SourceSpan?

  /// True while an entry goes through the block: what is added then is not filtered again.
  var isRunning = false

  mutating func end() {
    keyword = nil
    argument = UwsgiText()
    span = nil
  }
}

/// The keywords that open a block.
struct LogicKeyword: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    case environment
    case option
    case exists
    case file
    case folder
    case plugin
    case hostName
    case hostNameMatch
    case reload
  }

  enum Kind: Hashable, Sendable {
    case forWords
    case forTimes
    case forGlob
    case forLines
    case condition(Test, isNegated: Bool)
  }

  let kind: Kind
  let description: String

  init?(_ name: String) {
    guard let kind = Self.kinds[name] else { return nil }
    self.kind = kind
    description = name
  }

  private static let kinds: [String: Kind] = [
    "for": .forWords,
    "for-times": .forTimes,
    "for-glob": .forGlob,
    "for-readline": .forLines,
    "if-env": .condition(.environment, isNegated: false),
    "ifenv": .condition(.environment, isNegated: false),
    "if-not-env": .condition(.environment, isNegated: true),
    "if-opt": .condition(.option, isNegated: false),
    "if-not-opt": .condition(.option, isNegated: true),
    "if-exists": .condition(.exists, isNegated: false),
    "ifexists": .condition(.exists, isNegated: false),
    "if-not-exists": .condition(.exists, isNegated: true),
    "if-file": .condition(.file, isNegated: false),
    "if-not-file": .condition(.file, isNegated: true),
    "if-dir": .condition(.folder, isNegated: false),
    "ifdir": .condition(.folder, isNegated: false),
    "if-directory": .condition(.folder, isNegated: false),
    "if-not-dir": .condition(.folder, isNegated: true),
    "if-plugin": .condition(.plugin, isNegated: false),
    "ifplugin": .condition(.plugin, isNegated: false),
    "if-not-plugin": .condition(.plugin, isNegated: true),
    "if-hostname": .condition(.hostName, isNegated: false),
    "if-not-hostname": .condition(.hostName, isNegated: true),
    "if-hostname-match": .condition(.hostNameMatch, isNegated: false),
    "if-not-hostname-match": .condition(.hostNameMatch, isNegated: true),
    "if-reload": .condition(.reload, isNegated: false),
    "if-not-reload": .condition(.reload, isNegated: true),
  ]

  /// The words that end a block; `end` is no option, only such a word.
  static let endings: Set<String> = ["end", "endfor", "endif", "end-if", "end-for"]
}
