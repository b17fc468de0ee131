package import SourceText

extension SupervisorProblem {
  package var message: String {
    switch self {
    case .badCommandLine(let text, _), .undecodable(let text, _): text
    case .noFileAtDefaultPaths(let paths, _):
      "No config file found at default paths (\(paths.joined(separator: ", "))); "
        + "use the -c option to specify a config file at a different path"
    case .fileNotFound(let path, _): "could not find config file \(path)"
    case .fileNotReadable(let path, _): "could not read config file \(path)"
    case .noSectionHeader(let path, let line, let text, _):
      "File contains no section headers.\nfile: \(path.pythonRepr), line: \(line)\n"
        + text.pythonRepr
    case .unreadableLines(let path, let lines, _):
      "Source contains parsing errors: \(path.pythonRepr)" + lines.map(\.report).joined()
    case .includeWithoutFiles: ".ini file has [include] section, but no files setting"
    case .nothingIncluded(let pattern, _): "No file matches via include \"\(pattern)\""
    case .noSupervisordSection: ".ini file does not include supervisord section"
    case .noSupervisorctlSection: ".ini file does not include supervisorctl section"
    case .badValue(let value, let program, _): value.message + (program?.suffix ?? "")
    case .badSection(let section, _): section.message
    case .deprecatedSyslog(let section, let channel, _):
      "For [\(section)], \(channel)_logfile=syslog but this is deprecated and will be removed.  "
        + "Use \(channel)_syslog=true to enable syslog instead."
    case .unboundedLog(let section, let channel, _):
      "For [\(section)], AUTO logging used for \(channel)_logfile without rollover, set "
        + "maxbytes > 0 to avoid filling up filesystem unintentionally"
    case .stderrLogIgnored(let section, _):
      "For [\(section)], redirect_stderr=true but stderr_logfile has also been set to a "
        + "filename, the filename has been ignored"
    case .cannotDropPrivileges: "Can't drop privilege as nonroot user"
    case .runsAsRoot:
      "Supervisor is running as root.  Privileges were not dropped because no user is specified "
        + "in the config file.  If you intend to run as root, you can set user=root in the "
        + "config file to avoid this message."
    case .unknownSection(let name, let suggestion, _):
      "supervisord ignores the unknown section \"[\(name)]\"" + Self.hint(suggestion)
    case .unknownOption(let key, let section, let suggestion, _):
      "supervisord ignores the unknown option \"\(key)\" in [\(section)]" + Self.hint(suggestion)
    }
  }

  private static func hint(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
  }

  package var span: SourceSpan {
    switch self {
    case .badCommandLine(_, let span), .noFileAtDefaultPaths(_, let span),
      .fileNotFound(_, let span), .fileNotReadable(_, let span), .undecodable(_, let span),
      .noSectionHeader(_, _, _, let span), .unreadableLines(_, _, let span),
      .includeWithoutFiles(let span), .nothingIncluded(_, let span),
      .noSupervisordSection(let span), .noSupervisorctlSection(let span), .badValue(_, _, let span),
      .badSection(_, let span),
      .deprecatedSyslog(_, _, let span), .unboundedLog(_, _, let span),
      .stderrLogIgnored(_, let span), .cannotDropPrivileges(let span), .runsAsRoot(let span),
      .unknownSection(_, _, let span), .unknownOption(_, _, _, let span):
      span
    }
  }
}

extension UnreadableLine {
  fileprivate var report: String {
    let shown = number < 10 ? " \(number)" : "\(number)"
    return "\n\t[line \(shown)]: \(text.pythonRepr)"
  }
}

extension ProgramSection {
  fileprivate var suffix: String {
    " in section \(name.pythonRepr) (file: \(path.pythonRepr))"
  }
}
