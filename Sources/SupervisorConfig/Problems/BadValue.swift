/// Why supervisord refuses a value: one case for each of its error messages.
package enum BadValue: Error, Hashable, Sendable {
  case notBoolean(String)
  case notInteger(String)
  case notOctal(String)
  case notExitCodes(String)
  case notSignalName(String)
  case notSignalNumber(String)
  case notAutorestart(String)
  case notLogLevel(String)
  case noSuchDirectory(String)

  /// The folder of a log or pid file is not there.
  case noDirectoryOfPath(String)
  case noSuchUserName(String)
  case noSuchUserID(String)
  case noSuchGroup(String)
  case invalidName(String, character: String)

  /// `names` are all that an expansion could have named.
  case unknownExpansion(format: String, option: String, name: String, names: [String])
  case badExpansion(format: String, option: String, reason: String)
  case unfinishedPairs(String)
  case noClosingQuotation
  case sameProcessNames
  case stopsGroupWithoutKillingIt
  case noCommand(section: String)
  case notPort(String)
  case portTooLow(Int)
  case portTooHigh(Int)
  case noPort(String)
  case notURL(String)
}
