/// Reads a tar archive as it streams by: ustar, with the long names of GNU tar and of pax.
///
/// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
package struct TarReader: Sendable {
  /// One member of an archive.
  package struct Entry: Sendable {
    /// What a member stands for.
    package enum Kind: Sendable {
      case file
      case folder
      case symbolicLink
      case hardLink
      case other
    }

    package var path: String
    package var kind: Kind
    package var mode: Int
    package var userID: Int
    package var groupID: Int
    package var size: Int
    package var linkTarget: String

    /// The content; nil where it is longer than the reader keeps.
    package var content: [UInt8]?

    package init(
      path: String, kind: Kind, mode: Int, userID: Int, groupID: Int, size: Int,
      linkTarget: String, content: [UInt8]?
    ) {
      self.path = path
      self.kind = kind
      self.mode = mode
      self.userID = userID
      self.groupID = groupID
      self.size = size
      self.linkTarget = linkTarget
      self.content = content
    }
  }

  package private(set) var entries: [Entry] = []

  /// True where the archive broke a limit, or is none; what was read before it stands.
  package private(set) var isBroken = false

  /// True once the archive's end was read.
  package private(set) var isFinished = false

  private var pending: [UInt8] = []
  private var longName: String?
  private var longLink: String?
  private var skipping = 0
  private var kept = 0
  private let limits: Limits

  /// What a reader takes at most: archives come from containers that nobody vouches for.
  package struct Limits: Sendable {
    package var entries: Int
    package var contentBytes: Int
    package var totalBytes: Int

    package init(entries: Int = 200_000, contentBytes: Int = 1 << 20, totalBytes: Int = 64 << 20) {
      self.entries = entries
      self.contentBytes = contentBytes
      self.totalBytes = totalBytes
    }
  }

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Takes the next bytes of the archive, which may end within a member.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    guard !isBroken, !isFinished else { return }
    let dropped = min(skipping, bytes.count)
    skipping -= dropped
    pending += bytes.dropFirst(dropped)
    var offset = 0
    while !isBroken, !isFinished, let used = member(at: offset) {
      offset += used
    }
    pending.removeFirst(min(offset, pending.count))
  }

  /// Reads one member and answers how many bytes it took; nil where more must come first.
  private mutating func member(at offset: Int) -> Int? {
    guard pending.count - offset >= blockLength else { return nil }
    let head = Header(pending[offset..<(offset + blockLength)])
    if head.isZero {
      isFinished = true
      return blockLength
    }
    guard head.hasGoodChecksum, let size = head.size, size >= 0, entries.count < limits.entries
    else {
      isBroken = true
      return nil
    }
    let padded = (size + blockLength - 1) / blockLength * blockLength
    let isMeta = "xgLK".utf8.contains(head.type)
    if size > limits.contentBytes || !isMeta && kept + size > limits.totalBytes {
      return skip(head, size: size, padded: padded, isMeta: isMeta, from: offset)
    }
    guard pending.count - offset >= blockLength + padded else { return nil }
    let start = offset + blockLength
    take(head, size: size, content: Array(pending[start..<(start + size)]))
    return blockLength + padded
  }

  private mutating func skip(
    _ head: Header, size: Int, padded: Int, isMeta: Bool, from offset: Int
  ) -> Int? {
    guard !isMeta else {
      isBroken = true
      return nil
    }
    take(head, size: size, content: nil)
    let available = pending.count - offset - blockLength
    skipping = max(0, padded - available)
    return blockLength + min(padded, available)
  }

  private mutating func take(_ head: Header, size: Int, content: [UInt8]?) {
    let text = { String(decoding: (content ?? []).prefix { $0 != 0 }, as: UTF8.self) }
    switch head.type {
    case UInt8(ascii: "L"): longName = text()
    case UInt8(ascii: "K"): longLink = text()
    case UInt8(ascii: "x"):
      let records = paxRecords(content ?? [])
      longName = records["path"] ?? longName
      longLink = records["linkpath"] ?? longLink
    case UInt8(ascii: "g"): break
    default:
      kept += content?.count ?? 0
      entries.append(
        Entry(
          path: longName ?? head.path, kind: head.kind, mode: head.mode & 0o7777,
          userID: head.userID, groupID: head.groupID, size: size,
          linkTarget: longLink ?? head.linkTarget, content: content))
      longName = nil
      longLink = nil
    }
  }

  /// Reads `LENGTH KEY=VALUE\n` records.
  private func paxRecords(_ bytes: [UInt8]) -> [String: String] {
    var records: [String: String] = [:]
    var cursor = ByteCursor(bytes)
    while let digits = cursor.take(until: UInt8(ascii: " ")),
      let length = Int(String(decoding: digits, as: UTF8.self)),
      let record = cursor.take(length - digits.count - 1)
    {
      let parts = record.dropLast().split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard parts.count == 2 else { continue }
      records[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[1], as: UTF8.self)
    }
    return records
  }
}

/// The 512 bytes before each member.
private struct Header {
  private let bytes: [UInt8]

  init(_ block: ArraySlice<UInt8>) {
    bytes = Array(block)
  }

  var isZero: Bool { bytes.allSatisfy { $0 == 0 } }
  var type: UInt8 { bytes[156] }
  var mode: Int { number(100..<108) ?? 0 }
  var userID: Int { number(108..<116) ?? 0 }
  var groupID: Int { number(116..<124) ?? 0 }
  var size: Int? { number(124..<136) }
  var linkTarget: String { text(157..<257) }

  var path: String {
    let isUstar = Array(bytes[257..<262]) == Array("ustar".utf8)
    // GNU tar's own format has numbers where ustar has the prefix.
    let prefix = isUstar && bytes[262] == 0 ? text(345..<500) : ""
    return prefix.isEmpty ? text(0..<100) : "\(prefix)/\(text(0..<100))"
  }

  var kind: TarReader.Entry.Kind {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
    case UInt8(ascii: "1"): .hardLink
    case UInt8(ascii: "2"): .symbolicLink
    case UInt8(ascii: "5"): .folder
    default: .other
    }
  }

  var hasGoodChecksum: Bool {
    let spaces = Int(UInt8(ascii: " ")) * 8
    let sum = bytes[..<148].reduce(0) { $0 + Int($1) } + bytes[156...].reduce(0) { $0 + Int($1) }
    return number(148..<156) == sum + spaces
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits, or GNU's big endian where the first bit is set; nil where it is neither.
  private func number(_ range: Range<Int>) -> Int? {
    let field = bytes[range]
    if field[range.lowerBound] & 0x80 != 0 {
      let digits = [field[range.lowerBound] & 0x7f] + field.dropFirst()
      guard digits.dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
      return digits.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = text(range).split(separator: " ").first ?? "0"
    return Int(digits, radix: 8)
  }
}

private let blockLength = 512
