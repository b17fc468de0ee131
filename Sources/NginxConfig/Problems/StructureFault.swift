/// Directives that cannot stand as they do, and files that cannot be read.
package enum StructureFault: Hashable, Sendable, FaultDetail {
  case unknownDirective(String, suggestion: String?)

  /// A module has the directive, but this nginx does not have the module.
  case moduleAbsent(String, module: String)

  /// A module has the directive, but whether this nginx has the module is not known.
  case moduleUnknown(String, module: String)

  /// Another version of nginx has the directive.
  case otherVersion(String, NginxVersion.Span)
  case notAllowedHere(String, context: NginxContext)
  case notTerminated(String)
  case noOpeningBrace(String)
  case wrongParameterCount(String)
  case duplicate(String)
  case unexpectedEndOfBlock
  case unexpectedEndOfCommandLine
  case blockInCommandLine
  case includeMissing(String)
  case includeFolder(String)
  case includeCycle(String)
  case noEvents

  var code: String {
    switch self {
    case .unknownDirective: "unknown-directive"
    case .moduleAbsent: "directive-of-absent-module"
    case .moduleUnknown: "directive-of-uncertain-module"
    case .otherVersion: "directive-of-other-version"
    case .notAllowedHere: "directive-not-allowed-here"
    case .notTerminated: "directive-not-terminated"
    case .noOpeningBrace: "block-not-opened"
    case .wrongParameterCount: "wrong-parameter-count"
    case .duplicate: "duplicate-directive"
    case .unexpectedEndOfBlock, .unexpectedEndOfCommandLine: "unexpected-end-of-file"
    case .blockInCommandLine: "block-in-command-line"
    case .includeMissing: "include-missing"
    case .includeFolder: "include-of-folder"
    case .includeCycle: "include-cycle"
    case .noEvents: "no-events"
    }
  }

  var nginxMessage: String {
    switch self {
    case .unknownDirective(let name, _), .moduleAbsent(let name, _), .moduleUnknown(let name, _),
      .otherVersion(let name, _):
      "unknown directive \"\(name)\""
    case .notAllowedHere(let name, _): "\"\(name)\" directive is not allowed here"
    case .notTerminated(let name): "directive \"\(name)\" is not terminated by \";\""
    case .noOpeningBrace(let name): "directive \"\(name)\" has no opening \"{\""
    case .wrongParameterCount(let name): "invalid number of arguments in \"\(name)\" directive"
    case .duplicate(let name): "\"\(name)\" directive is duplicate"
    case .unexpectedEndOfBlock: "unexpected end of file, expecting \"}\""
    case .unexpectedEndOfCommandLine: "unexpected end of parameter, expecting \";\""
    case .blockInCommandLine: "block directives are not supported in -g option"
    case .includeMissing(let path): "open() \"\(path)\" failed (2: No such file or directory)"
    case .includeFolder(let path): "pread() \"\(path)\" failed (21: Is a directory)"
    case .includeCycle(let path): "open() \"\(path)\" failed (24: Too many open files)"
    case .noEvents: "no \"events\" section in configuration"
    }
  }

  var hint: String? {
    switch self {
    case .unknownDirective(_, let suggestion?): "did you mean \"\(suggestion)\"?"
    case .moduleAbsent(_, let module): "this nginx does not have its module, \(module)"
    case .moduleUnknown(_, let module): "if this nginx does not have its module, \(module)"
    case .otherVersion(_, let versions): Self.hint(versions)
    case .notAllowedHere(let name, let context): Self.hint(name, in: context)
    case .includeCycle: "the file includes itself"
    default: nil
    }
  }

  private static func hint(_ versions: NginxVersion.Span) -> String {
    switch (versions.since, versions.removed) {
    case (_, let removed?): "nginx has it no more since \(removed)"
    case (let since?, nil): "nginx has it only since \(since)"
    case (nil, nil): "another version of nginx has it"
    }
  }

  private static func hint(_ name: String, in context: NginxContext) -> String? {
    let contexts = NginxDirectiveTable.standard.commands(named: name)
      .reduce(into: NginxContexts()) { $0.formUnion($1.contexts) }
    guard !contexts.isEmpty else { return nil }
    let names = contexts.contexts.map(\.name).joined(separator: ", ")
    return "it stands in \(context.name), and belongs in \(names)"
  }
}
