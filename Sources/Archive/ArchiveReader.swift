internal import CArchive

/// Reads a tar archive from its start to its end; nothing is written anywhere.
///
/// It may be compressed with gzip, bzip2, xz or zstd. Names that lead out of the archive, too many
/// entries and decompression bombs end the reading with an error.
@safe package struct ArchiveReader: ~Copyable {
  private let archive: OpaquePointer

  /// The archive that this one lies in.
  private let outer: OpaquePointer?
  private let limits: ArchiveLimits
  private var entryCount = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Opens a file.
  package init(
    path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) {
    let archive = try unsafe Self.make()
    let status = unsafe archive_read_open_filename(archive, path, 1 << 16)
    if let fault = unsafe Self.fault(of: archive, status) { throw fault }
    unsafe self.init(archive, in: nil, limits)
  }

  /// Opens an archive that is the entry at which another reader stands.
  ///
  /// The other one must not be moved on, nor end, before this one does.
  package init(entryOf outer: borrowing ArchiveReader) throws(ArchiveError) {
    let archive = try unsafe Self.make()
    let status = unsafe dovetail_open_nested(archive, outer.archive)
    if let fault = unsafe Self.fault(of: archive, status) { throw fault }
    unsafe self.init(archive, in: outer.archive, outer.limits)
  }

  private init(
    _ archive: OpaquePointer, in outer: OpaquePointer?, _ limits: ArchiveLimits
  ) {
    unsafe self.archive = archive
    unsafe self.outer = outer
    self.limits = limits
  }

  /// What went wrong when an archive was opened; it is freed then.
  private static func fault(of archive: OpaquePointer, _ status: CInt) -> ArchiveError? {
    guard status != ARCHIVE_OK else { return nil }
    defer { unsafe _ = archive_read_free(archive) }
    return unsafe failure(of: archive)
  }

  deinit {
    unsafe _ = archive_read_free(archive)
  }

  /// Moves on to the next entry; nil at the end.
  package mutating func next() throws(ArchiveError) -> ArchiveEntry? {
    // libarchive would skip the data in one go, however much it unpacks to.
    while try piece() != nil {}
    var header: OpaquePointer?
    let status = unsafe archive_read_next_header(archive, &header)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let header = unsafe header else {
      throw unsafe Self.failure(of: archive)
    }
    entryCount += 1
    guard entryCount <= limits.entries else { throw .tooManyEntries(limits.entries) }
    return try unsafe Self.entry(header)
  }

  /// The data of the entry at which the reader stands; nil where it is larger than the limit.
  package mutating func data(limit: Int) throws(ArchiveError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let piece = try piece() {
      guard bytes.count + piece.count <= limit else { return nil }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// The next bytes of the entry; nil at its end.
  private mutating func piece() throws(ArchiveError) -> ArraySlice<UInt8>? {
    guard entryCount > 0 else { return nil }
    let count = unsafe buffer.withUnsafeMutableBytes { buffer in
      unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw unsafe Self.failure(of: archive) }
    try unsafe checkSize(of: archive)
    if let outer = unsafe outer { try unsafe checkSize(of: outer) }
    return count == 0 ? nil : buffer[..<count]
  }

  /// Compares what was unpacked so far with what was stored.
  private func checkSize(of archive: OpaquePointer) throws(ArchiveError) {
    let unpacked = Int(unsafe archive_filter_bytes(archive, 0))
    let stored = Int(unsafe archive_filter_bytes(archive, -1))
    guard unpacked > limits.suspiciousSize else { return }
    if unpacked / limits.suspiciousFactor > stored || unpacked > limits.data {
      throw .bomb(stored: stored, unpacked: unpacked)
    }
  }

  private static func make() throws(ArchiveError) -> OpaquePointer {
    guard let archive = unsafe archive_read_new() else { throw .unreadable("out of memory") }
    // Not all filters: some of them run a program.
    unsafe _ = archive_read_support_filter_gzip(archive)
    unsafe _ = archive_read_support_filter_bzip2(archive)
    unsafe _ = archive_read_support_filter_xz(archive)
    unsafe _ = archive_read_support_filter_zstd(archive)
    unsafe _ = archive_read_support_format_tar(archive)
    return unsafe archive
  }

  private static func failure(of archive: OpaquePointer) -> ArchiveError {
    guard let text = unsafe archive_error_string(archive) else {
      return .unreadable("it is no tar archive")
    }
    return .unreadable(unsafe String(cString: text))
  }

  private static func entry(_ header: OpaquePointer) throws(ArchiveError) -> ArchiveEntry {
    let name = unsafe text(archive_entry_pathname(header)) ?? ""
    return ArchiveEntry(
      path: try ArchiveEntry.names(of: name), kind: try unsafe kind(header),
      size: Int(unsafe archive_entry_size(header)), owner: Int(unsafe archive_entry_uid(header)),
      group: Int(unsafe archive_entry_gid(header)),
      mode: Int(unsafe archive_entry_perm(header)) & 0o7777
    )
  }

  private static func kind(_ header: OpaquePointer) throws(ArchiveError) -> ArchiveEntry.Kind {
    if let target = unsafe text(archive_entry_hardlink(header)) {
      _ = try ArchiveEntry.names(of: target)
      return .hardLink(target: target)
    }
    switch unsafe archive_entry_filetype(header) & mode_t(S_IFMT) {
    case mode_t(S_IFDIR): return .folder
    case mode_t(S_IFLNK):
      let target = unsafe text(archive_entry_symlink(header)) ?? ""
      guard target.utf8.count <= ArchiveEntry.longestPath else { throw .nameTooLong }
      return .symbolicLink(target: target)
    case mode_t(S_IFREG): return .file
    case mode_t(S_IFSOCK): return .socket
    default: return .device
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
