package import SourceText

/// A configuration as `crossplane parse` prints it, so that its users can change over.
///
/// Where crossplane reads otherwise than nginx does, nginx is right.
package struct CrossplanePayload {
  /// What to leave in and how to join it.
  package struct Options: Sendable {
    /// Whether comments are statements named `#` (`--include-comments`).
    package var includesComments: Bool

    /// Whether all files are joined into one (`--combine`).
    package var combines: Bool

    package init(includesComments: Bool = false, combines: Bool = false) {
      self.includesComments = includesComments
      self.combines = combines
    }
  }

  let configuration: NginxConfiguration
  let options: Options
  private let names: [String]
  let lines: [LineIndex]
  let comments: [CommentIndex]

  /// The first reading of each file, in crossplane's order: that in which the files are named.
  private var readings: [Int] = []
  private var numbers: [SourceFile.ID: Int] = [:]
  private let paths: [String: SourceFile.ID]

  /// The files that each `include` has opened.
  private var opened: [Int: [SourceFile.ID]] = [:]
  let openedIncludes: Set<Int>

  /// Takes a configuration; `name` says what to call a file by its path.
  package init(
    _ configuration: NginxConfiguration, sources: SourceFiles, options: Options = Options(),
    name: (String) -> String = { $0 }
  ) {
    self.configuration = configuration
    self.options = options
    paths = Dictionary(
      sources.files.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    names = sources.files.map { name($0.path) }
    lines = sources.files.map(LineIndex.init)
    comments = sources.files.map { CommentIndex($0.bytes) }
    openedIncludes = Set(configuration.includes.map(\.directive))
    number()
  }

  /// The payload as JSON.
  package var json: String {
    var json = JSONText()
    let faults = configuration.problems.filter { $0.consequence == .refuses }
    json.object { payload in
      payload.member("status", faults.isEmpty ? "ok" : "failed")
      payload.member("errors") { json in
        json.array(faults) { json, fault in
          json.object { write(error: fault, inPayload: true, &$0) }
        }
      }
      payload.member("config") { json in
        json.array(options.combines ? Array(readings.prefix(1)) : readings, write)
      }
    }
    return json.text
  }

  /// The files that an `include` has opened, by their numbers.
  func numbersOfFiles(includedBy id: Int) -> [Int] {
    opened[id, default: []].compactMap { numbers[$0] }
  }

  func name(of file: SourceFile.ID) -> String {
    names[Int(file.rawValue)]
  }

  private mutating func number() {
    let inclusions = configuration.inclusions
    for include in configuration.includes {
      opened[include.directive] = include.matches.compactMap { paths[$0] }
    }
    let byParent = Dictionary(grouping: inclusions.indices) { inclusions[$0].parent }
    guard let main = inclusions.firstIndex(where: { !$0.isCommandLine && $0.parent == nil }) else {
      return
    }
    var next = 0
    add(main, inclusions[main].file)
    while next < readings.count {
      for child in byParent[readings[next], default: []] {
        add(child, inclusions[child].file)
      }
      next += 1
    }
  }

  private mutating func add(_ reading: Int, _ file: SourceFile.ID) {
    guard numbers[file] == nil else { return }
    numbers[file] = readings.count
    readings.append(reading)
  }

  private func write(_ json: inout JSONText, file reading: Int) {
    let file = configuration.inclusions[reading].file
    let faults = configuration.problems.filter { problem in
      problem.consequence == .refuses && (options.combines || problem.span.file == file)
    }
    json.object { config in
      config.member("file", name(of: file))
      config.member("status", faults.isEmpty ? "ok" : "failed")
      config.member("errors") { json in
        json.array(faults) { json, fault in
          json.object { write(error: fault, inPayload: false, &$0) }
        }
      }
      config.member("parsed") { json in
        let statements = statements(in: nil, reading: reading)
        json.array(statements) { write($1, reading: reading, &$0) }
      }
    }
  }

  private func write(
    error: NginxProblem, inPayload: Bool, _ members: inout JSONText.Members
  ) {
    var file = error.span.file
    var line: Int?
    if case .at(let id, let offset) = error.reported {
      file = id
      line = lines[Int(id.rawValue)].position(at: offset).line
    }
    let place = line.map { " in \(name(of: file)):\($0)" } ?? ""
    if inPayload { members.member("file", name(of: file)) }
    members.member("error", error.nginxMessage + place)
    members.member("line") { json in
      if let line { json.number(line) } else { json.null() }
    }
  }
}
