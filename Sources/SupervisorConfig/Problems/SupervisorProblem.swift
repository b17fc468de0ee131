package import SourceText

/// Something wrong with supervisord's command line or configuration.
package enum SupervisorProblem: Problem, Hashable {
  /// The command line is refused; the text is supervisord's own.
  case badCommandLine(String, span: SourceSpan)
  case noFileAtDefaultPaths([String], span: SourceSpan)
  case fileNotFound(String, span: SourceSpan)
  case fileNotReadable(String, span: SourceSpan)

  /// Bytes that are not UTF-8; the text is Python's own.
  case undecodable(String, span: SourceSpan)
  case noSectionHeader(path: String, line: Int, text: String, span: SourceSpan)

  /// Lines that are neither a section nor an option.
  case unreadableLines(path: String, lines: [UnreadableLine], span: SourceSpan)
  case includeWithoutFiles(span: SourceSpan)
  case nothingIncluded(pattern: String, span: SourceSpan)
  case noSupervisordSection(span: SourceSpan)
  case noSupervisorctlSection(span: SourceSpan)

  /// A value is refused; `program` is the section that supervisord names at the end.
  case badValue(BadValue, program: ProgramSection?, span: SourceSpan)

  /// A section is refused as a whole; the text is supervisord's own.
  case badSection(BadSection, span: SourceSpan)
  case deprecatedSyslog(section: String, channel: String, span: SourceSpan)
  case unboundedLog(section: String, channel: String, span: SourceSpan)
  case stderrLogIgnored(section: String, span: SourceSpan)
  case cannotDropPrivileges(span: SourceSpan)

  /// supervisord runs as root, and no option says that it should.
  case runsAsRoot(span: SourceSpan)

  /// A section or key that supervisord never reads; `suggestion` is the name that was meant.
  case unknownSection(String, suggestion: String?, span: SourceSpan)
  case unknownOption(key: String, section: String, suggestion: String?, span: SourceSpan)
}

/// A line that supervisord's INI dialect has no meaning for.
package struct UnreadableLine: Hashable, Sendable {
  package let number: Int

  /// The line with its end.
  package let text: String
}

/// The section of a program, and the file that introduced it.
package struct ProgramSection: Hashable, Sendable {
  package let name: String
  package let path: String
}
