package import Machine

/// How nginx is started, as far as it decides how it reads its configuration.
package struct NginxSetup: Sendable {
  /// The absolute path of the main file (`-c`).
  package var mainFile: String

  /// The absolute path of the prefix (`-p`), which `root`, logs and temporary paths start from.
  package var prefix: String

  /// The text of `-g`.
  package var globalDirectives: Argument?

  /// The nginx that reads it.
  package var build: NginxBuild

  /// The users and groups that `user` may name.
  package var accounts: Accounts

  /// The context that the main file stands in: other than `main` for a file that another includes.
  package var context: NginxContext

  /// The addresses of the host names that can be resolved; nil where that is not known.
  package var hostNames: [String: [String]]?

  /// Whether a file that is missing will be missing for nginx: nothing may be mounted over it.
  package var filesAreFinal = false

  package init(
    mainFile: String,
    prefix: String = "/usr/share/nginx",
    globalDirectives: Argument? = nil,
    build: NginxBuild = .unknown,
    accounts: Accounts = Accounts(isComplete: false),
    context: NginxContext = .main,
    hostNames: [String: [String]]? = nil
  ) {
    self.mainFile = mainFile
    self.prefix = prefix
    self.globalDirectives = globalDirectives
    self.build = build
    self.accounts = accounts
    self.context = context
    self.hostNames = hostNames
  }

  /// Whether a host name can be resolved; nil where that is not known.
  func resolves(_ name: ByteText) -> Bool? {
    // What `inet_aton` takes for an address, such as `127.1`, needs nobody who resolves it.
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isNumeric = parts.count <= 4 && parts.allSatisfy { NginxNumber.integer($0) != nil }
    if isNumeric { return true }
    return hostNames.map { $0[name.printable] != nil }
  }

  /// Makes a path absolute as nginx does: from the folder of the main file, or from the prefix.
  func absolutePath(_ path: String, fromMainFile: Bool) -> String {
    guard !path.hasPrefix("/") else { return path }
    guard !fromMainFile else { return "\(folderOfMainFile)\(path)" }
    return prefix.hasSuffix("/") ? "\(prefix)\(path)" : "\(prefix)/\(path)"
  }

  private var folderOfMainFile: Substring {
    guard let slash = mainFile.lastIndex(of: "/") else { return "" }
    return mainFile[...slash]
  }
}
