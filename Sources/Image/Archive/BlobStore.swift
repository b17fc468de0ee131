import Archive

/// The named parts of an image archive, in a tar file or in a folder.
struct BlobStore {
  private let path: String

  /// The documents, which are small; nil where the parts are files of a folder.
  private let documents: [String: [UInt8]]?

  /// Where a name is only a link to another one, as in archives of older engines.
  private let links: [String: String]

  /// How large a document may be, and all of them.
  private static let documentLimit = 1 << 22
  private static let documentsLimit = 1 << 25

  init(path: String) throws(ImageArchiveError) {
    self.path = path
    guard BuildFolder(path: path).entries(of: "").isEmpty else {
      documents = nil
      links = [:]
      return
    }
    do {
      (documents, links) = try Self.readDocuments(path)
    } catch {
      throw .archive(error)
    }
  }

  /// A document; nil where there is none of that name.
  func document(_ name: String) -> [UInt8]? {
    guard let documents else {
      // A digest comes from a document: it must not lead out of the folder.
      guard (try? ArchiveEntry.names(of: name)) != nil else { return nil }
      return BuildFolder.bytes(of: path + "/" + name, limit: Self.documentLimit)
    }
    return documents[links[name] ?? name]
  }

  /// Opens a layer for a reader.
  func read(
    layer name: String, _ body: (inout ArchiveReader) throws(ArchiveError) -> Void
  ) throws(ImageArchiveError) {
    do {
      guard try find(links[name] ?? name, body) else { throw ImageArchiveError.badPart(name) }
    } catch let error as ArchiveError {
      throw .archive(error)
    } catch {
      throw .badPart(name)
    }
  }

  private func find(
    _ name: String, _ body: (inout ArchiveReader) throws(ArchiveError) -> Void
  ) throws -> Bool {
    let names = try ArchiveEntry.names(of: name)
    guard documents != nil else {
      var layer = try ArchiveReader(path: path + "/" + names.joined(separator: "/"))
      try body(&layer)
      return true
    }
    var outer = try ArchiveReader(path: path)
    while let entry = try outer.next() {
      guard entry.path == names, entry.kind == .file else { continue }
      var layer = try ArchiveReader(entryOf: outer)
      try body(&layer)
      return true
    }
    return false
  }

  private static func readDocuments(
    _ path: String
  ) throws(ArchiveError) -> (documents: [String: [UInt8]], links: [String: String]) {
    var documents: [String: [UInt8]] = [:]
    var links: [String: String] = [:]
    var left = documentsLimit
    var reader = try ArchiveReader(path: path)
    while let entry = try reader.next() {
      let name = entry.path.joined(separator: "/")
      if case .symbolicLink(let target) = entry.kind {
        links[name] = resolve(target, from: entry.path)
      }
      guard entry.kind == .file, entry.size <= min(documentLimit, left) else { continue }
      guard let bytes = try reader.data(limit: documentLimit) else { continue }
      guard bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") else { continue }
      documents[name] = bytes
      left -= bytes.count
    }
    return (documents, links)
  }

  private static func resolve(_ target: String, from path: [String]) -> String {
    var names = Array(path.dropLast())
    for name in ImageTree.names(of: target) {
      if name == ".." {
        _ = names.popLast()
      } else {
        names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
