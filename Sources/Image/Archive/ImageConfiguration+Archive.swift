import Dockerfile
import FoundationEssentials
import SourceText

extension ImageConfiguration {
  /// Reads the configuration document of an image; one that makes no sense says nothing.
  init(archived file: SourceFile) {
    let document = try? JSONDecoder().decode(ArchivedImage.self, from: Data(file.bytes))
    self.init(isComplete: document != nil)
    guard let config = document?.config else { return }
    let places = JSONPlaces(file)
    for pair in config.environment ?? [] {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = ExpandedWord(parts.count > 1 ? String(parts[1]) : "", span: places["Env"])
      setEnvironment(BuildVariable(String(parts[0]), value))
    }
    user = ExpandedWord(config.user ?? "", span: places["User"])
    workingDirectory = ExpandedWord(config.workingDirectory ?? "", span: places["WorkingDir"])
    entrypoint = ImageCommand(config.entrypoint, at: places["Entrypoint"])
    command = ImageCommand(config.command, at: places["Cmd"])
    shell = config.shell ?? []
    exposedPorts = (config.exposedPorts ?? [:]).keys.sorted()
    volumes = (config.volumes ?? [:]).keys.sorted().map {
      ExpandedWord($0, span: places["Volumes"])
    }
    labels = config.labels ?? [:]
    stopSignal = config.stopSignal ?? ""
    healthcheck = config.healthcheck?.test.map { Healthcheck(test: $0) }
  }
}

extension ImageCommand {
  fileprivate init?(_ words: [String]?, at span: SourceSpan?) {
    guard let words else { return nil }
    self.init(words: words.map { ExpandedWord($0, span: span) }, span: span)
  }
}

/// Where the keys of a JSON document stand.
private struct JSONPlaces {
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  /// The first place of a key.
  subscript(key: String) -> SourceSpan? {
    let wanted = Array("\"\(key)\"".utf8)
    return file.bytes.firstRange(of: wanted).map {
      SourceSpan(file: file.id, start: $0.lowerBound, end: $0.upperBound)
    }
  }
}

private struct ArchivedImage: Decodable {
  let config: Config?

  struct Config: Decodable {
    let user: String?
    let environment: [String]?
    let entrypoint: [String]?
    let command: [String]?
    let workingDirectory: String?
    let shell: [String]?
    let exposedPorts: [String: Nothing]?
    let volumes: [String: Nothing]?
    let labels: [String: String]?
    let stopSignal: String?
    let healthcheck: Check?

    private enum CodingKeys: String, CodingKey {
      case user = "User"
      case environment = "Env"
      case entrypoint = "Entrypoint"
      case command = "Cmd"
      case workingDirectory = "WorkingDir"
      case shell = "Shell"
      case exposedPorts = "ExposedPorts"
      case volumes = "Volumes"
      case labels = "Labels"
      case stopSignal = "StopSignal"
      case healthcheck = "Healthcheck"
    }
  }

  struct Check: Decodable {
    let test: [String]?

    private enum CodingKeys: String, CodingKey {
      case test = "Test"
    }
  }

  /// The empty object behind a port or a volume.
  struct Nothing: Decodable {}
}
