#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder on disk that is read without following links.
struct BuildFolder {
  struct Entry {
    /// The path relative to the folder.
    var path: String
    var kind: FileKind
    var mode: Int
    var owner = 0
    var group = 0
  }

  let path: String

  /// What a folder below it holds, by name; empty where it cannot be read.
  func entries(of relative: String) -> [Entry] {
    let folder = relative.isEmpty ? path : path + "/" + relative
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe _ = closedir(stream) }
    var found: [Entry] = []
    while let item = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      if let entry = entry(relative.isEmpty ? name : relative + "/" + name) { found.append(entry) }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Whether anything stands at a path of the disk; a link counts, wherever it leads.
  static func has(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether the user who runs this is kept from reading a file, or from what a folder holds.
  static func forbids(_ path: String, kind: FileKind = .file) -> Bool {
    guard kind == .file || kind == .folder else { return false }
    let wanted = kind == .folder ? R_OK | X_OK : R_OK
    return unsafe access(path, wanted) != 0 && errno == EACCES
  }

  private func entry(_ relative: String) -> Entry? {
    var status = stat()
    guard unsafe lstat(path + "/" + relative, &status) == 0 else { return nil }
    let kind: FileKind
    switch status.st_mode & S_IFMT {
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link(target: target(of: path + "/" + relative))
    case S_IFREG: kind = .file
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    return Entry(
      path: relative, kind: kind, mode: Int(status.st_mode) & 0o7777, owner: Int(status.st_uid),
      group: Int(status.st_gid))
  }

  private func target(of path: String) -> String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlink(path, &bytes, bytes.count)
    return String(
      decoding: bytes.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Where a path leads once links are followed; nil where that is nowhere.
  static func realPath(of path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The bytes of a file; nil where it cannot be read, is no plain file or has more than the limit.
  ///
  /// Only the first bytes are read, where a number of them is given.
  static func bytes(of path: String, limit: Int, first: Int = .max) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    let size = min(Int(status.st_size), first)
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let length = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      }
      guard length > 0 else { break }
      count += length
    }
    return Array(bytes.prefix(count))
  }
}
