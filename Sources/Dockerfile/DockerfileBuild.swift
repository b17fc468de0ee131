import SourceText

/// What building a Dockerfile would do, as far as one can tell without building it.
package struct DockerfileBuild: Sendable {
  /// What the caller of a build chooses.
  package struct Options: Sendable {
    /// The values of `--build-arg`.
    package var arguments: [String: String] = [:]

    /// Whether the defaults of `ARG` are taken for what a build is given.
    package var trustsDefaults = false

    /// The stage to build; nil for the last one.
    package var target: String?

    package var platform = BuildPlatform.linuxAMD64

    /// The build folder's `.dockerignore`, if it has one.
    package var ignoreFile: IgnoreFile?

    package init() {}
  }

  /// The stages that the image needs, in the order of the file.
  package let stages: [StageBuild]

  /// The stage that becomes the image; nil where there is none.
  package let target: StageBuild?

  /// What BuildKit would refuse or warn of, the document's own problems first.
  package let problems: [DockerfileProblem]

  /// Plans a build.
  ///
  /// The closure tells the configuration of a base image, or nil where it is not known.
  package init(
    _ document: DockerfileDocument, options: Options = Options(),
    baseConfiguration: (String) -> ImageConfiguration?
  ) {
    var planner = BuildPlanner(document, options: options)
    planner.plan(baseConfiguration: baseConfiguration)
    stages = planner.built
    target = planner.target.flatMap { index in planner.built.first { $0.stage.index == index } }
    let lint = LintOptions(document.parserDirectives)
    var problems = (document.problems + planner.problems).filter(lint.allows)
    let rules = Set(problems.compactMap(\.lint?.rule))
    if lint.refuses, !rules.isEmpty {
      let span = SourceSpan(file: document.file.id, start: 0, end: 0)
      problems.append(DockerfileProblem(.lintViolations(rules.sorted()), at: span))
    }
    self.problems = problems
  }
}

/// What building one stage would do.
package struct StageBuild: Sendable {
  /// What a stage starts from.
  package enum Base: Hashable, Sendable {
    /// Nothing at all.
    case scratch

    /// An earlier stage, by its number.
    case stage(Int)

    /// An image, as `FROM` names it after expansion.
    case image(ExpandedWord)
  }

  package let stage: Stage
  package let base: Base

  /// What changes the file system, in order.
  package internal(set) var steps: [BuildStep] = []

  /// What the image says in the end.
  package internal(set) var configuration: ImageConfiguration

  /// The paths of the build folder that the stage copies from.
  package internal(set) var contextPaths: [String] = []

  /// What the stage's variables are in the end, `ARG`s included.
  package internal(set) var scope: VariableScope

  /// Whether a `WORKDIR` was written in this stage or in those it starts from.
  var hasWorkingDirectory = false
}
