package import SourceText

/// Something that certainly goes wrong when the image is built.
package struct ImageProblem: Problem, Hashable {
  /// What goes wrong.
  package enum Kind: Hashable, Sendable {
    /// A source of `COPY` or `ADD` that the build folder, stage or image does not have.
    case missingSource(String)

    /// A source that is there, but that `.dockerignore` leaves out.
    case ignoredSource(String)

    /// A source that is there, but that may not be read; the path is relative to the build folder.
    ///
    /// A file is then empty in the image; a folder ends the build.
    case unreadableSource(String, isFolder: Bool)

    /// A `.dockerignore` that is there, but that may not be read: it leaves nothing out.
    case unreadableIgnoreFile

    /// A `--from`, or a `--target`, that names no stage.
    case unknownStage(String)

    /// A destination that goes through something that is no folder.
    case destinationIsNoFolder(String)

    /// A command that names a file that is not there, such as `rm` without `-f`.
    case missingFile(command: String, path: String)

    /// A command that would make what is already there, such as `mkdir` without `-p`.
    case fileExists(command: String, path: String)

    /// A command that names a user who does not exist.
    case unknownUser(command: String, name: String)

    /// A command that names a group that does not exist.
    case unknownGroup(command: String, name: String)

    /// A user that is to be made, but exists.
    case userExists(String)

    /// A group that is to be made, but exists.
    case groupExists(String)

    /// A user or group that is to get the number of another one.
    case idTaken(command: String, id: Int)

    /// A `pip install` that the distribution's Python refuses.
    case externallyManaged(python: String)

    /// An instruction that runs as a user that the image does not have.
    case noSuchUser(String)

    /// A `FROM` chain, variable or flag that cannot be expanded.
    case badExpansion(String)
  }

  package let kind: Kind
  package let span: SourceSpan

  /// The file that leaves a source out of the build folder.
  package var ignoreFile: SourceSpan?

  package var related: [RelatedSpan] {
    ignoreFile.map { [RelatedSpan(span: $0, message: "this file leaves it out")] } ?? []
  }

  package var consequence: Consequence {
    switch kind {
    case .unreadableSource(_, let isFolder): isFolder ? .refuses : .unknown
    case .unreadableIgnoreFile: .unknown
    default: .refuses
    }
  }
}
