import ArgumentParser

/// What the exit status tells a script.
enum ExitStatus {
  /// Nothing at or above the severity that was asked for.
  static let clean = ExitCode(0)

  /// Findings at or above the severity that was asked for.
  static let findings = ExitCode(1)

  /// Bad usage, or input that could not be read.
  static let unusable = ExitCode(2)

  /// Ended by Ctrl-C, as a shell tells of it.
  static let interrupted = ExitCode(130)

  /// A defect of dovetail itself.
  static let defect = ExitCode(3)
}
