package import Machine
package import SourceText

/// Reads a configuration as nginx does: file by file, statement by statement, with all it includes.
package struct NginxLoader {
  let setup: NginxSetup
  let files: any FileTree
  let table = NginxDirectiveTable.standard

  /// The entry of `location` in the table, which thousands of blocks are compared with.
  let location: Int16
  var sources: SourceFiles
  var tree = NginxTree()
  var problems: [NginxProblem] = []
  var includes: [NginxInclude] = []
  var isComplete = true
  var availability: Availability
  var suggestions: [String: String?] = [:]

  /// The files that are being read, the innermost last.
  var openFiles: [OpenFile] = []

  /// The blocks that are open, the innermost last.
  var blocks: [OpenBlock] = []
  var repetitions = SeenDirectives()

  // What the checks have to remember.
  var state = HttpState()
  var freeForm = FreeFormState()
  var upstream = UpstreamRecord()
  var seenRoots = SeenRoots()
  var memory = BlockMemory()
  var referers: [RefererRecord] = []
  var patterns: [String: PatternRecord] = [:]
  var zones: [String: ZoneRecord] = [:]

  /// The names of the zones in the order in which nginx came upon them.
  var zoneNames: [String] = []
  var deferred: [DeferredFault] = []
  var needs: [NeededFile] = []
  var neededPaths: Set<String> = []

  /// The blocks with directives about buffers, by the number of the module.
  var bufferBlocks: [Int: [Int32]] = [:]
  var isInStreamBlock = false

  /// The blocks with caches, or with proxies that speak TLS.
  var proxyUses: [ProxyUse] = []
  var knownProxyUses: Set<ProxyUse> = []

  /// The blocks that say how large buffers for headers and pools of connections are.
  var headerBufferBlocks: [Int32] = []

  /// The sockets that nginx opens to listen.
  var socketCount = 0

  /// What `worker_connections` says.
  var connectionLimit: (number: Int, directive: Int)?
  var pathUses: [String: PathUse] = [:]
  var lineIndexes = LineIndexes()

  /// The pools of threads that are defined, and those that something uses.
  var threadPools: Set<ByteText> = [ByteText("default".utf8)]
  var threadPoolUses: [(name: ByteText, directive: Int)] = []

  /// What the last block of each depth says of a directive, once a block within has asked.
  var outerChildren: [Int: [String: (block: Int, directive: Int?)]] = [:]

  /// Whether `ssl on` or a certificate stands somewhere.
  var usesCertificates = false

  /// Whether there are directives that nobody here knows, which may define anything.
  var hasForeignVariables = false

  private init(_ setup: NginxSetup, files: any FileTree, sources: SourceFiles) {
    self.setup = setup
    self.files = files
    self.sources = sources
    availability = Availability(setup.build)
    let name = Array("location".utf8)
    location = table.firstCommand(named: name, in: name.indices)
  }

  /// Loads the configuration of an nginx; the files that it reads are added to the sources.
  package static func load(
    _ setup: NginxSetup,
    files: any FileTree,
    sources: inout SourceFiles
  ) -> NginxConfiguration {
    var loader = NginxLoader(setup, files: files, sources: sources)
    loader.run()
    sources = loader.sources
    return NginxConfiguration(
      columns: NginxColumns(loader.tree),
      problems: loader.problems,
      includes: loader.includes,
      isComplete: loader.isComplete,
      mainFile: setup.mainFile
    )
  }

  private mutating func run() {
    blocks = [OpenBlock(directive: -1, context: setup.context, freeForm: nil)]
    repetitions.open()
    if let text = setup.globalDirectives { read(commandLine: text) }
    switch files.lookup(setup.mainFile) {
    case .file(let bytes, let origin):
      open(setup.mainFile, bytes: bytes, origin: origin, include: nil)
      readOpenFiles()
    case .opaqueFile, .unknown:
      isComplete = false
    case .absent:
      refuse(mainFileFault: .includeMissing(setup.mainFile))
    case .folder:
      refuse(mainFileFault: .includeFolder(setup.mainFile))
    }
    finish()
  }

  /// Reads on until no file is open.
  private mutating func readOpenFiles() {
    while !openFiles.isEmpty {
      let current = openFiles.count - 1
      if let pending = openFiles[current].pending {
        openNext(of: pending)
        continue
      }
      let firstWord = tree.words.count
      let end = openFiles[current].lexer.statement(into: &tree.words)
      if !openFiles[current].lexer.faults.isEmpty { takeFaults() }
      switch end {
      case .closeBrace: closeBlock()
      case .endOfFile: closeFile()
      case .semicolon, .openBrace, .missing: take(firstWord: firstWord, end: end)
      }
    }
  }

  private mutating func read(commandLine text: Argument) {
    let bytes = Array(text.text.utf8)
    let file = sources.add(path: "command line", bytes: bytes)
    tree.inclusions.append(
      NginxInclusion(
        file: file.id,
        parent: nil,
        directive: nil,
        writtenAt: text.span,
        isCommandLine: true
      )
    )
    tree.texts.append(bytes)
    openFiles.append(
      OpenFile(
        lexer: NginxLexer(bytes, hasLimit: false),
        inclusion: 0,
        firstBlock: 1,
        path: nil
      )
    )
    readOpenFiles()
  }

  /// Starts to read a file.
  mutating func open(_ path: String, bytes: [UInt8], origin: String?, include: Int?) {
    let file = sources.add(path: path, origin: origin, bytes: bytes)
    let inclusion = tree.inclusions.count
    tree.inclusions.append(
      NginxInclusion(
        file: file.id,
        parent: openFiles.last.map { Int($0.inclusion) },
        directive: include,
        writtenAt: nil,
        isCommandLine: false
      )
    )
    tree.texts.append(file.bytes)
    tree.expect(bytes: file.bytes.count)
    openFiles.append(
      OpenFile(
        lexer: NginxLexer(file.bytes),
        inclusion: Int32(inclusion),
        firstBlock: blocks.count,
        path: path
      )
    )
  }

  private mutating func refuse(mainFileFault fault: StructureFault) {
    let file = sources.add(path: setup.mainFile, bytes: [])
    let span = SourceSpan(file: file.id, start: 0, end: 0)
    report(NginxProblem(.structure(fault), span: span, reported: .nowhere))
  }
}
