package import Dockerfile
package import Machine
package import SourceText

/// What a Dockerfile builds, as far as it can be known without building it.
package struct Image: Sendable {
  package internal(set) var tree: ImageTree
  package internal(set) var accounts: Accounts
  package internal(set) var packages: [InstalledPackage] = []

  /// The Pythons that it certainly has.
  package internal(set) var pythons: [PythonInstallation] = []

  /// How its container starts.
  package var configuration = ImageConfiguration()

  /// The distribution, where the base image is known.
  package internal(set) var distribution: Distribution?

  /// The month since which its base gets no fixes, such as `2024-06`; nil where it may get some.
  package internal(set) var supportEnded: String?

  /// The Dockerfile that it is built from, and what each of its stages does.
  package internal(set) var recipe: ImageRecipe?

  /// What certainly goes wrong when the image is built.
  package internal(set) var problems: [ImageProblem] = []

  /// The instruction that made more of the image unknown, and the first word of its command.
  package internal(set) var doubts: [ImageDoubt] = []

  /// What of the image lies below a folder of the machine that is mounted over it.
  package internal(set) var masked: [MaskedPath] = []

  /// Where the content of the build folder's files is read.
  var context: BuildContext

  /// Whether packages that others pull in may have come with one that is not wholly described.
  var areCommonPackagesInDoubt = false

  /// The names of packages that were installed and removed.
  var removedPackages: Set<String> = []

  /// What is known of its distribution, for packages that are installed later.
  var knowledge: DistributionKnowledge?

  init(context: BuildContext, isComplete: Bool) {
    tree = ImageTree(isComplete: isComplete)
    accounts = Accounts(isComplete: isComplete)
    self.context = context
  }

  /// What stands at an absolute path.
  package func node(at path: String, followingLast: Bool = true) -> NodeLookup {
    tree.node(at: path, followingLast: followingLast)
  }
}

/// An instruction after which less is known of the image.
package struct ImageDoubt: Hashable, Sendable {
  package let span: SourceSpan

  /// What it ran that nobody can tell the effects of.
  package let command: String
}

/// The Dockerfile of an image, and what building it does.
package struct ImageRecipe: Sendable {
  package let document: DockerfileDocument
  package let build: DockerfileBuild
}
