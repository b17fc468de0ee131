package import SourceText

/// One instruction of a stage that changes the file system, and what it does.
package struct BuildStep: Sendable {
  package let instruction: Instruction
  package let operation: BuildOperation
}

/// What a step does to the file system.
package enum BuildOperation: Sendable {
  case run(RunOperation)
  case copy(CopyOperation)

  /// `WORKDIR`: makes a folder, its parents too, with mode 0755 and the user as owner.
  case makeFolder(ExpandedWord, user: ExpandedWord)
}

/// What `RUN` starts.
package struct RunOperation: Sendable {
  /// The words, the shell's included.
  package var words: [String]

  /// What the shell reads, with its way back to the file; nil in exec form and for `file`.
  package var script: SpannedText?

  /// A here-document that starts with `#!` and is run as a program of its own.
  package var file: InlineFile?

  /// The shell and its options; empty in exec form.
  package var shell: [String]

  package var environment: VariableScope
  package var user: ExpandedWord
  package var workingDirectory: ExpandedWord
  package var mounts: [Mount]
}

/// What `COPY` or `ADD` brings.
package struct CopyOperation: Sendable {
  package var sources: [CopySource]

  /// The absolute path; a slash at its end counts.
  package var destination: ExpandedWord

  /// `--chown` after expansion: `user`, `user:group`, or numbers; nil for root.
  package var owner: ExpandedWord?

  /// `--chmod` after expansion; nil where the source's mode stays.
  package var mode: ExpandedWord?

  /// `--link`: links of earlier layers are not followed.
  package var isLinked = false

  /// `--parents`: the folders of the source are kept from `/./` on.
  package var keepsParents = false

  /// `--keep-git-dir`.
  package var keepsGitFolder = false

  package var checksum: String?
  package var excludes: [String] = []

  /// Whether it is `ADD`.
  package var isAdd: Bool
}

/// Where a source of `COPY` or `ADD` comes from.
package struct CopySource: Sendable {
  /// What holds the source.
  package enum Origin: Sendable {
    /// The folder that is built.
    case context

    /// An earlier stage.
    case stage(Int)

    /// Another image.
    case image(String)

    /// A file to download, and its name.
    case url(String, fileName: String)
    case git(GitReference)

    /// A here-document.
    case inline(InlineFile)
  }

  package var origin: Origin

  /// The absolute path in there, perhaps with wildcards as Go's `filepath.Match` has them.
  package var path: ExpandedWord

  /// Whether an archive is unpacked.
  package var unpacks: Bool
}

/// A file that a here-document holds.
package struct InlineFile: Sendable {
  package var name: String
  package var content: ExpandedWord
}
