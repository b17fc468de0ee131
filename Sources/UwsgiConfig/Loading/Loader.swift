import Machine
import SourceText

/// Why loading ends before its time: uWSGI would have left, or the input asks for too much.
enum LoadingEnd: Error {
  case stopped
}

/// The state of one uWSGI while it makes its list of options.
///
/// Every step follows uWSGI's own order (`core/config.c`, `core/uwsgi.c`): what uWSGI appends, this
/// appends; what takes effect at once there, does so here.
struct Loader {
  let invocation: Invocation
  let machine: UwsgiMachine
  let tree: any FileTree
  let accounts: Accounts
  let table = OptionTable.standard

  var files: SourceFiles
  private(set) var problems: [UwsgiProblem] = []
  private var reported: Set<UwsgiProblem> = []
  private(set) var unknowns: [UwsgiUnknown] = []
  private var numbersOfUnknowns: [UwsgiUnknown: Int] = [:]
  var isComplete = true

  /// The list of options; it only ever grows.
  var entries: [Entry] = []

  /// The first entry of each name: the one that placeholders see.
  var firstEntries: [UwsgiText: Int] = [:]
  var applied: [AppliedOption] = []
  var magic = MagicVariables()
  var environment: [String: UwsgiText] = [:]
  var plugins = PluginSet()
  var logic = LogicState()

  var master = MasterState()

  /// Who the process is: `immediate-uid` and `immediate-gid` change it while options are read.
  var identity: UwsgiIdentity
  var isStrict = false
  var autoloads = false
  var blacklist: [UwsgiText]?
  var whitelist: [UwsgiText]?
  var customOptions: [String: CustomOption] = [:]
  var injectedBefore: [String] = []
  var injectedAfter: [String] = []

  /// The file that the INI reader opened last: what `:section` alone stands for.
  var lastINIFile: UwsgiText?

  /// Set by every entry that is added, read while options take effect.
  var hasNewEntries = false
  var sharedSocketCount = 0
  var pluginFolders: [String] = []
  var pluginRequests: [UwsgiPluginRequest] = []
  var limits = LoadingLimits()

  init(
    _ invocation: Invocation, machine: UwsgiMachine, tree: any FileTree, accounts: Accounts,
    files: SourceFiles
  ) {
    self.invocation = invocation
    self.machine = machine
    self.tree = tree
    self.accounts = accounts
    self.files = files
    identity = UwsgiIdentity(userID: machine.userID, groupID: machine.groupID)
  }

  /// Does all that uWSGI does before it opens its log (`uwsgi_setup`).
  mutating func load() throws {
    setEnvironment()
    setMagicOfMachine()
    let words = commandLineWords()
    loadImplicitPlugins(words)
    try addEnvironmentOptions()
    try addCommandLineOptions(words)
    if let keyword = logic.keyword, let span = logic.span {
      report(.unclosedLogic(option: keyword.description), at: span, .ignores)
    }
    try expandAll()
    try applyAll()
  }

  mutating func report(
    _ fact: UwsgiProblem.Fact, at span: SourceSpan, _ consequence: Consequence,
    related: [RelatedSpan] = []
  ) {
    let problem = UwsgiProblem(fact, at: span, consequence, related: related)
    if reported.insert(problem).inserted {
      problems.append(problem)
    }
  }

  /// Reports what makes uWSGI leave; loading goes on where what follows can still be told.
  mutating func refuse(_ fact: UwsgiProblem.Fact, at span: SourceSpan) {
    report(fact, at: span, .refuses)
  }

  /// Reports what makes uWSGI leave, and leaves.
  mutating func stop(_ fact: UwsgiProblem.Fact, at span: SourceSpan) throws -> Never {
    report(fact, at: span, .refuses)
    throw LoadingEnd.stopped
  }

  /// A text that stands for something unknown.
  mutating func unknownText(_ unknown: UwsgiUnknown) -> UwsgiText {
    let index = numbersOfUnknowns[unknown] ?? unknowns.count
    // Beyond what a unit can number, unknown parts are all one.
    let last = Int(UwsgiText.Unit.max - UwsgiText.firstUnknown)
    if index == unknowns.count, index <= last {
      unknowns.append(unknown)
      numbersOfUnknowns[unknown] = index
    }
    return UwsgiText(units: [UwsgiText.firstUnknown + UwsgiText.Unit(min(index, last))])
  }

  /// What an unknown part of a text hangs on.
  func firstUnknown(in text: UwsgiText) -> UwsgiUnknown? {
    text.units.first { $0 >= UwsgiText.firstUnknown }
      .flatMap { unknowns[safe: Int($0 - UwsgiText.firstUnknown)] }
  }

  /// A path made absolute against the folder that uWSGI was started in.
  func absolutePath(_ path: String) -> String? {
    if path.hasPrefix("/") { return FilePath.normalized(path) }
    return invocation.workingDirectory.map { FilePath.normalized($0 + "/" + path) }
  }
}

/// How much a configuration may ask for before loading ends; uWSGI itself has no such limits.
struct LoadingLimits {
  static let entries = 20_000
  static let files = 2_000
  static let suggestions = 50
  static let depth = 200
  static let valueLength = 1 << 18
  static let replacements = 2_000
  static let work = 8_000_000

  var loadedFiles = 0
  var suggestions = 0
  var depth = 0
  var work = 0
}
