/// Something that only the running machine can tell: a part of a value, or whether an option is there.
package struct UwsgiUnknown: Hashable, Sendable {
  /// Who could tell.
  package enum Source: Hashable, Sendable {
    case cores
    case hostName
    case startTime
    case version
    case executable
    case user
    case group
    case workingDirectory
    case environment(variable: String)

    /// A file that may be there or not, or whose content nobody can tell.
    case file(path: String)

    /// The number of a file on its disk.
    case inode(path: String)

    /// An address that only the running program can read, such as `exec://` or `http://`.
    case address(String)

    /// An address that a name stands for.
    case resolvedName(String)

    /// A plugin that may be loaded or not.
    case plugin(String)

    /// Text or a number that was computed from something unknown.
    case computed
  }

  package var source: Source

  /// The smallest number that it can be; nil where it may be no number at all.
  package var lowerBound: Int64?

  /// The largest number that it can be.
  package var upperBound: Int64?

  package init(_ source: Source, lowerBound: Int64? = nil, upperBound: Int64? = nil) {
    self.source = source
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  package var isNumber: Bool { lowerBound != nil }
}
