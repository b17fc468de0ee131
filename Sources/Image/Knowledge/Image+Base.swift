import Dockerfile
import Machine

extension Image {
  /// An image of which nothing is known but what every container has.
  package static func unknown(context: BuildContext) -> Image {
    var image = Image(context: context, isComplete: false)
    image.configuration = ImageConfiguration(isComplete: false)
    image.writeContainer()
    return image
  }

  /// The empty image of `FROM scratch`.
  static func scratch(context: BuildContext) -> Image {
    var image = Image(context: context, isComplete: true)
    image.writeContainer()
    return image
  }

  /// The image that a reference names, as far as it is known.
  init(_ base: BaseImage, context: BuildContext) {
    self.init(context: context, isComplete: true)
    knowledge = base.distribution
    supportEnded = base.supportEnded
    distribution = Distribution(
      name: base.distribution.name,
      releases: base.distribution.candidates.compactMap { $0.version?.text })
    tree.knownAbsent = base.distribution.packagedPaths
    tree.stems = base.distribution.stems.map(String.init)
    writeContainer()
    let baseWriter = FactWriter(origin: .baseImage, span: nil, describesAll: true)
    for fact in base.distribution.baseFacts {
      baseWriter.write(fact, into: &self)
    }
    let writer = FactWriter(origin: .baseImage, span: nil)
    for fact in base.facts {
      writer.write(fact, into: &self)
      configuration.write(fact)
      if fact.verb == "install", fact.isCertain { install(fact.words) }
      if fact.verb == "upstream" { addUpstream(fact) }
    }
    if base.facts.contains(where: { $0.verb == "more" }) {
      PackageInstaller(knowledge: base.distribution, span: nil).doubtFiles(of: &self)
    }
  }

  private mutating func writeContainer() {
    let writer = FactWriter(origin: .baseImage, span: nil)
    let statements = KnowledgeLibrary.file("container")?.statements(of: "base", named: "") ?? []
    for fact in statements.flatMap({ $0.facts(for: [Candidate()]) }) {
      writer.write(fact, into: &self)
    }
  }

  /// A package of the program's own makers: its name, and its version where only one may be meant.
  private mutating func addUpstream(_ fact: Fact) {
    guard fact.words.count == 2, let manager = knowledge?.manager,
      !packages.contains(where: { $0.name == fact.words[0] && $0.isUpstream })
    else { return }
    packages.append(
      InstalledPackage(
        manager: manager, name: fact.words[0], version: fact.isCertain ? fact.words[1] : nil,
        isUpstream: true))
  }

  private mutating func install(_ names: [String]) {
    guard let knowledge else { return }
    var installer = PackageInstaller(knowledge: knowledge, span: nil)
    for name in names { installer.install(name, into: &self) }
  }
}

extension ImageConfiguration {
  /// Takes over what knowledge says of the containers of an image.
  fileprivate mutating func write(_ fact: Fact) {
    guard fact.isCertain else {
      if fact.verb != "default" { isComplete = isComplete && !Self.verbs.contains(fact.verb) }
      return
    }
    let text = fact.text.map(String.init) ?? ""
    let first = fact.words.first ?? ""
    switch fact.verb {
    case "env": setEnvironment(BuildVariable(first, ExpandedWord(text)))
    case "workdir": workingDirectory = ExpandedWord(first)
    case "as": user = ExpandedWord(first)
    case "entrypoint": entrypoint = ImageCommand(words: Self.words(text))
    case "cmd": command = ImageCommand(words: Self.words(text))
    case "expose": exposedPorts = (exposedPorts + fact.words.map { $0 + "/tcp" }).sorted()
    case "stopsignal": stopSignal = first
    default: break
    }
  }

  private static let verbs: Set<Substring> = ["env", "workdir", "as", "entrypoint", "cmd"]

  private static func words(_ text: String) -> [ExpandedWord] {
    var words: [ExpandedWord] = []
    var rest = text[...]
    while let bar = rest.utf8.firstRange(of: " | ".utf8) {
      words.append(ExpandedWord(String(rest[..<bar.lowerBound])))
      rest = rest[bar.upperBound...]
    }
    return words + [ExpandedWord(String(rest))]
  }
}
