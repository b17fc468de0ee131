extension BadValue {
  /// The sentence of supervisor 4.2.5 under Python 3.11.
  package var message: String {
    switch self {
    case .notBoolean(let text): "not a valid boolean value: \(text.pythonRepr)"
    case .notInteger(let text):
      // Python shows no more than 200 characters of it.
      "invalid literal for int() with base 10: \(String(text.pythonRepr.unicodeScalars.prefix(200)))"
    case .notOctal(let text): "\(text) can not be converted to an octal type"
    case .notExitCodes(let text): "not a valid list of exit codes: \(text.pythonRepr)"
    case .notSignalName(let text): "value \(text.pythonRepr) is not a valid signal name"
    case .notSignalNumber(let text): "value \(text.pythonRepr) is not a valid signal number"
    case .notAutorestart(let text): "invalid 'autorestart' value \(text.pythonRepr)"
    case .notLogLevel(let text): "bad logging level name \(text.pythonRepr)"
    case .noSuchDirectory(let path): "\(path) is not an existing directory"
    case .noDirectoryOfPath(let path):
      "The directory named as part of the path \(path) does not exist"
    case .noSuchUserName(let name): "Invalid user name \(name)"
    case .noSuchUserID(let id): "Invalid user id \(id)"
    case .noSuchGroup(let name): "Invalid group name \(name)"
    case .invalidName(let name, let character):
      "Invalid name: \(name.pythonRepr) because of character: \(character.pythonRepr)"
    case .unknownExpansion(let format, let option, let name, let names):
      "Format string \(format.pythonRepr) for \(option.pythonRepr) contains names "
        + "(\(name.pythonRepr)) which cannot be expanded. "
        + "Available names: \(names.joined(separator: ", "))"
    case .badExpansion(let format, let option, let reason):
      "Format string \(format.pythonRepr) for \(option.pythonRepr) is badly formatted: \(reason)"
    case .unfinishedPairs(let text): "Unexpected end of key/value pairs in value '\(text)'"
    case .noClosingQuotation: "No closing quotation"
    case .sameProcessNames:
      "%(process_num) must be present within process_name when numprocs > 1"
    case .stopsGroupWithoutKillingIt: "Cannot set stopasgroup=true and killasgroup=false"
    case .noCommand(let section): "program section \(section) does not specify a command"
    case .notPort(let text): "not a valid port number: \(text.pythonRepr) "
    case .portTooLow(let port): "\(port) is below lower bound (1)"
    case .portTooHigh(let port): "\(port) is above upper bound (65535)"
    case .notURL(let text): "value \(text.pythonRepr) is not a URL"
    case .noPort(let text): "no port number specified in \(text.pythonRepr)"
    }
  }

  /// The kind of problem, in kebab-case.
  package var code: String {
    switch self {
    case .notBoolean, .notInteger, .notOctal, .notExitCodes, .notSignalName, .notSignalNumber,
      .notAutorestart, .notLogLevel, .noPort, .notPort, .notURL, .portTooLow, .portTooHigh:
      "invalid-value"
    case .noSuchDirectory, .noDirectoryOfPath: "missing-directory"
    case .noSuchUserName, .noSuchUserID, .noSuchGroup: "unknown-user"
    case .invalidName: "invalid-name"
    case .unknownExpansion: "unknown-expansion"
    case .badExpansion: "bad-expansion"
    case .unfinishedPairs, .noClosingQuotation: "bad-environment"
    case .sameProcessNames: "same-process-names"
    case .stopsGroupWithoutKillingIt: "stopasgroup-without-killasgroup"
    case .noCommand: "missing-command"
    }
  }
}
