package import SourceText

extension SupervisorProblem {
  package var code: String {
    switch self {
    case .badCommandLine: "bad-command-line"
    case .noFileAtDefaultPaths, .fileNotFound, .fileNotReadable: "missing-file"
    case .undecodable: "invalid-encoding"
    case .noSectionHeader: "no-section-header"
    case .unreadableLines: "unreadable-line"
    case .includeWithoutFiles: "include-without-files"
    case .nothingIncluded: "include-without-match"
    case .noSupervisordSection: "no-supervisord-section"
    case .noSupervisorctlSection: "no-supervisorctl-section"
    case .badValue(let value, _, _): value.code
    case .badSection(let section, _): section.code
    case .deprecatedSyslog: "deprecated-syslog"
    case .unboundedLog: "unbounded-log"
    case .stderrLogIgnored: "ignored-stderr-log"
    case .cannotDropPrivileges: "cannot-drop-privileges"
    case .runsAsRoot: "runs-as-root"
    case .unknownSection: "unknown-section"
    case .unknownOption: "unknown-option"
    }
  }

  package var consequence: Consequence {
    switch self {
    case .nothingIncluded, .deprecatedSyslog, .unboundedLog, .stderrLogIgnored, .runsAsRoot:
      .warns
    case .unknownSection, .unknownOption: .ignores
    default: .refuses
    }
  }
}

extension BadSection {
  /// The kind of problem, in kebab-case.
  package var code: String {
    switch self {
    case .unknownMember, .ambiguousMember: "unknown-program"
    case .badBufferSize, .badBacklog, .badSocketMode, .badServerMode: "invalid-value"
    case .noEvents, .noSocket, .noFile, .noPort, .noFactory: "missing-option"
    case .unknownEvent: "unknown-event"
    case .listenerRedirectsStderr: "listener-redirects-stderr"
    case .badSocketOwner, .badServerOwner: "unknown-user"
    case .badSocket: "bad-socket"
    case .incompleteAuthentication: "incomplete-authentication"
    case .unresolvedFactory, .badEntryPoint: "unresolved-factory"
    }
  }
}
