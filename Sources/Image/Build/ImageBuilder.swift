import Dockerfile
import Machine
package import SourceText

extension Image {
  /// Builds a Dockerfile on paper.
  ///
  /// Files that the build reads as scripts are added to `sources`. A Dockerfile without any stage makes
  /// an image of which nothing is known.
  package static func build(
    dockerfile: SourceFile, context: BuildContext, target: String? = nil,
    buildArguments: [String: String] = [:], sources: inout SourceFiles
  ) -> Image {
    let document = DockerfileDocument(parsing: dockerfile)
    var options = DockerfileBuild.Options()
    options.arguments = buildArguments
    options.trustsDefaults = true
    options.target = target
    options.ignoreFile = context.ignoreFile
    var bases: [String: Image] = [:]
    let build = DockerfileBuild(document, options: options) { name in
      let image = bases[name] ?? Image.base(name, context: context)
      bases[name] = image
      return image?.configuration
    }
    var builder = ImageBuilder(context: context, bases: bases, sources: sources)
    for stage in build.stages { builder.build(stage) }
    sources = builder.sources
    var image =
      build.target.flatMap { builder.images[$0.stage.index] } ?? .unknown(context: context)
    image.recipe = ImageRecipe(document: document, build: build)
    image.problems = builder.problems
    return image
  }

  /// The image that a name such as `python:3.12-slim` stands for; nil where nobody knows it.
  package static func base(_ name: String, context: BuildContext) -> Image? {
    guard let reference = try? ImageReference(parsing: name) else { return nil }
    let isMirror = mirrors.contains { reference.domain == $0.domain }
    guard reference.domain == "docker.io" || isMirror else { return nil }
    var path = reference.path
    for prefix in ["docker/library/", "library/"] where path.hasPrefix(prefix) {
      path = String(path.dropFirst(prefix.count))
    }
    let base = BaseImage(
      name: path, tag: reference.tag ?? "latest", isPinned: reference.digest != nil)
    return base.map { Image($0, context: context) }
  }

  /// Registries that hold the official images under the names of the first one.
  private static let mirrors: [(domain: String, prefix: String)] = [
    ("public.ecr.aws", "docker/library/"), ("mirror.gcr.io", "library/"),
  ]
}

/// Carries out the steps of a Dockerfile's stages.
struct ImageBuilder {
  let context: BuildContext
  private(set) var bases: [String: Image]
  private(set) var images: [Int: Image] = [:]

  /// What goes wrong in any stage that is built.
  private(set) var problems: [ImageProblem] = []
  var sources: SourceFiles

  /// What `apk add --virtual` put under one name, for a later `apk del`.
  private var bundles: [String: [String]] = [:]

  init(context: BuildContext, bases: [String: Image], sources: SourceFiles) {
    self.context = context
    self.bases = bases
    self.sources = sources
  }

  mutating func build(_ stage: StageBuild) {
    var image = start(of: stage)
    for step in stage.steps {
      perform(step, on: &image)
    }
    image.configuration = stage.configuration
    problems += image.problems
    images[stage.stage.index] = image
  }

  private func start(of stage: StageBuild) -> Image {
    switch stage.base {
    case .scratch:
      return .scratch(context: context)
    case .stage(let index):
      var image = images[index] ?? .unknown(context: context)
      image.problems = []
      return image
    case .image(let name):
      return bases[name.text] ?? .unknown(context: context)
    }
  }

  private mutating func perform(_ step: BuildStep, on image: inout Image) {
    let span = step.instruction.span
    switch step.operation {
    case .copy(let operation):
      copy(operation, span: span, to: &image)
    case .makeFolder(let path, let user):
      makeFolder(path, user: user.text, span: span, in: &image)
    case .run(let operation):
      run(operation, span: span, on: &image)
    }
  }

  private mutating func copy(
    _ operation: CopyOperation, span: SourceSpan, to image: inout Image
  ) {
    let count = (images.keys.max() ?? -1) + 1
    let runner = CopyRunner(
      operation: operation, span: span, stages: (0..<count).map { images[$0]?.tree },
      imageTree: { [bases, context] name in (bases[name] ?? .base(name, context: context))?.tree })
    let earlier = image.problems.count
    runner.run(on: &image)
    for index in image.problems.indices.dropFirst(earlier) {
      guard case .ignoredSource = image.problems[index].kind else { continue }
      image.problems[index].ignoreFile = ignoreFile()
    }
  }

  private mutating func ignoreFile() -> SourceSpan? {
    let name = ".dockerignore"
    guard let bytes = context.bytes(at: name) else { return nil }
    let file = sources.add(path: name, origin: name, bytes: bytes)
    return SourceSpan(file: file.id, start: 0, end: 0)
  }

  /// `WORKDIR`: BuildKit gives a new folder to the user, the builder before it to root.
  private func makeFolder(
    _ path: ExpandedWord, user: String, span: SourceSpan, in image: inout Image
  ) {
    guard path.isCertain else { return }
    let owner = image.accounts.owner(of: user)
    let isRoot = owner.user == 0
    let node = FileNode(
      kind: .folder, owner: isRoot ? 0 : nil, group: isRoot ? 0 : nil, mode: 0o755,
      origin: .instruction, span: span)
    if image.tree.makeFolder(path.text, like: node) == nil {
      image.problems.append(ImageProblem(kind: .destinationIsNoFolder(path.text), span: span))
    }
  }

  private mutating func run(_ operation: RunOperation, span: SourceSpan, on image: inout Image) {
    let user = operation.user.text.prefix { $0 != ":" }
    if !user.isEmpty, Int(user) == nil, operation.user.isCertain,
      case .absent = image.accounts.user(named: String(user))
    {
      image.problems.append(ImageProblem(kind: .noSuchUser(String(user)), span: span))
      return
    }
    var runner = RunRunner(operation: operation, span: span, image: image, sources: sources)
    runner.bundles = bundles
    runner.run()
    (image, sources, bundles) = (runner.image, runner.sources, runner.bundles)
  }
}
