/// Users and files of the machine that a configuration needs and that are not there.
package enum MachineFault: Hashable, Sendable, FaultDetail {
  case unknownUser(String)
  case unknownGroup(String)

  /// A log or another file that cannot be opened, because its folder is missing.
  case cannotOpen(String)
  case cannotMakeFolder(String)

  var code: String {
    switch self {
    case .unknownUser: "unknown-user"
    case .unknownGroup: "unknown-group"
    case .cannotOpen: "cannot-open-file"
    case .cannotMakeFolder: "cannot-make-folder"
    }
  }

  var nginxMessage: String {
    switch self {
    case .unknownUser(let name): "getpwnam(\"\(name)\") failed"
    case .unknownGroup(let name): "getgrnam(\"\(name)\") failed"
    case .cannotOpen(let path): "open() \"\(path)\" failed (2: No such file or directory)"
    case .cannotMakeFolder(let path):
      "mkdir() \"\(path)\" failed (2: No such file or directory)"
    }
  }
}
