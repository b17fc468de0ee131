internal import SourceText

/// An option as uWSGI declares it: who brings it, and what it makes of a value.
package struct OptionSpecification: Sendable {
  /// Whether the command line gives the option a value.
  package enum ArgumentRule: String, Sendable {
    case none
    case optional
    case required
  }

  /// What uWSGI makes of the value.
  package enum Kind: String, Sendable {
    case bool
    case invertedBool = "bool-inverted"
    case nonNegativeInteger = "int>=0"
    case integer = "int"
    case unsigned64 = "uint64"
    case unsigned64Megabytes = "uint64-megabytes"
    case unsigned16 = "uint16"
    case string
    case list
    case socketList = "list-socket"
    case dictionary = "dict"
    case user
    case group
    case logic
    case noop
    case clear
    case special
  }

  /// What the option does besides: most act as soon as it is read, whatever its value.
  package enum Flag: String, Sendable {
    /// Acts when it is read, with its value unexpanded.
    case immediate
    case master
    case logMaster = "log-master"
    case requestLogMaster = "req-log-master"
    case threads
    case cheaper
    case virtualHosting = "vhost"
    case memory
    case processName = "procname"
    case mime
    case metrics
    case postBuffering = "post-buffering"
    case noInitialOutput = "no-initial"
    case noServer = "no-server"
  }

  package let name: String

  /// The letter that stands for it on the command line.
  package let shortName: UInt8?
  package let argument: ArgumentRule

  /// The plugin that brings it, or `core`.
  package let plugin: String
  package let kind: Kind
  package let flags: Set<Flag>

  /// The first version that knows it; 2.0.21 stands for that and all before.
  package let since: String

  package var isImmediate: Bool { flags.contains(.immediate) }

  /// Reads one row of the table; nil where it has too few columns.
  init?(row: TabbedRow) {
    var row = row
    name = row.text()
    shortName = row.bytes().first
    guard let argument = ArgumentRule(rawValue: row.text()) else { return nil }
    self.argument = argument
    plugin = row.text()
    guard let kind = Kind(rawValue: row.text()) else { return nil }
    self.kind = kind
    let flags = row.bytes().split(separator: UInt8(ascii: ","))
    self.flags = Set(flags.compactMap { Flag(rawValue: String(decoding: $0, as: UTF8.self)) })
    since = row.text()
  }
}
