/// How much an archive may make its reader do.
package struct ArchiveLimits: Sendable {
  /// More entries than any image has that somebody made on purpose.
  package var entries = 500_000

  /// From this many bytes on an archive is suspected of being a bomb.
  package var suspiciousSize = 1 << 30

  /// How much larger than what is stored a suspicious archive may unpack to.
  package var suspiciousFactor = 200

  /// More data than any image has.
  package var data = 1 << 36

  package init() {}
}
