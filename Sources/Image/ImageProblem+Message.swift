extension ImageProblem {
  package var code: String {
    switch kind {
    case .missingSource: "copy-source-missing"
    case .ignoredSource: "copy-source-ignored"
    case .unreadableSource(_, let isFolder):
      isFolder ? "copy-source-unreadable" : "copy-source-empty"
    case .unreadableIgnoreFile: "ignore-file-unreadable"
    case .unknownStage: "unknown-stage"
    case .destinationIsNoFolder: "copy-destination-is-no-folder"
    case .missingFile: "run-file-missing"
    case .fileExists: "run-file-exists"
    case .unknownUser: "run-unknown-user"
    case .unknownGroup: "run-unknown-group"
    case .userExists: "run-user-exists"
    case .groupExists: "run-group-exists"
    case .idTaken: "run-id-taken"
    case .externallyManaged: "externally-managed-python"
    case .noSuchUser: "image-user-unknown"
    case .badExpansion: "bad-expansion"
    }
  }

  package var message: String {
    switch kind {
    case .missingSource(let path):
      "failed to calculate checksum of ref: \"\(path)\": not found"
    case .ignoredSource(let path):
      "\"\(path)\" is left out of the build context by .dockerignore: not found"
    case .unreadableSource(let path, _):
      "open \"\(path)\": permission denied"
    case .unreadableIgnoreFile:
      "open \".dockerignore\": permission denied"
    case .unknownStage(let name):
      "invalid from flag value \(name): no such stage"
    case .destinationIsNoFolder(let path):
      "cannot copy to \"\(path)\": not a directory"
    case .missingFile(let command, let path):
      "\(command): cannot access \"\(path)\": No such file or directory"
    case .fileExists(let command, let path):
      "\(command): \"\(path)\": File exists"
    case .unknownUser(let command, let name):
      "\(command): invalid user: \"\(name)\""
    case .unknownGroup(let command, let name):
      "\(command): invalid group: \"\(name)\""
    case .userExists(let name):
      "user \"\(name)\" already exists"
    case .groupExists(let name):
      "group \"\(name)\" already exists"
    case .idTaken(let command, let id):
      "\(command): the id \(id) is already taken"
    case .externallyManaged(let python):
      "pip refuses to install into \"\(python)\": externally-managed-environment"
    case .noSuchUser(let name):
      "unable to find user \(name): no matching entries in passwd file"
    case .badExpansion(let text):
      "failed to expand \"\(text)\""
    }
  }
}
