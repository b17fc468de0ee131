import Machine
import SourceText

/// A file or folder that nginx opens or makes once it has read its configuration.
struct NeededFile {
  let path: String
  let isFolder: Bool

  /// Whether nginx tries it before all others: the file with its process id.
  let isFirst: Bool
  let directive: Int32
}

/// A folder for temporary files, or a cache.
struct PathUse {
  let directive: Int32
  let isCache: Bool
  let levels: [Int]
}

extension NginxLoader {
  /// Notes a file that nginx opens when it has read all.
  mutating func noteLog(_ statement: Statement, word: Int) {
    let path = setup.absolutePath(
      String(decoding: statement.cString(word), as: UTF8.self), fromMainFile: false
    )
    need(path, isFolder: false, statement)
  }

  /// Notes a folder that nginx makes when it has read all, unless it has other levels elsewhere.
  mutating func noteFolder(_ statement: Statement, word: Int, levels: [Int], isCache: Bool) {
    var path = String(decoding: statement.cString(word), as: UTF8.self)
    if path.count > 1, path.hasSuffix("/") { path.removeLast() }
    path = setup.absolutePath(path, fromMainFile: false)
    if let earlier = pathUses[path] {
      checkPath(
        path, statement,
        PathUse(
          directive: Int32(statement.id), isCache: isCache, levels: levels), earlier)
      return
    }
    pathUses[path] = PathUse(directive: Int32(statement.id), isCache: isCache, levels: levels)
    need(path, isFolder: true, statement)
  }

  /// Compares two uses of a path (`ngx_add_path`).
  private mutating func checkPath(
    _ path: String, _ statement: Statement, _ use: PathUse, _ earlier: PathUse
  ) {
    let start = "the same path name \"\(path)\""
    if use.isCache || earlier.isCache {
      refuse(
        .rule(directive: statement.command.name, "\(start) used in \(place(earlier)) and"),
        statement, word: 1)
    } else if use.levels != earlier.levels {
      refuse(
        .rule(
          directive: statement.command.name,
          "\(start) in \(place(earlier)) has the different levels than"), statement, word: 1)
    }
  }

  /// The end of a statement as nginx writes it: `FILE:LINE`.
  private mutating func place(_ use: PathUse) -> String {
    let record = tree.records[Int(use.directive)]
    let file = sources[tree.inclusions[Int(record.inclusion)].file]
    return "\(file.path):\(lineIndexes[file].position(at: Int(record.headEnd) - 1).line)"
  }

  private mutating func need(_ path: String, isFolder: Bool, _ statement: Statement) {
    guard neededPaths.insert(path).inserted, neededPaths.count < 10_000 else { return }
    needs.append(
      NeededFile(
        path: path, isFolder: isFolder, isFirst: statement.command.name == "pid",
        directive: Int32(statement.id)
      )
    )
  }

  /// Reports files and folders that cannot be made, because the folder around them is missing.
  mutating func checkFilesCanBeMade() {
    let inOrder =
      needs.filter(\.isFirst) + needs.filter(\.isFolder)
      + needs.filter { !$0.isFirst && !$0.isFolder }
    for need in inOrder {
      guard case .absent = files.lookup(need.path) else { continue }
      guard let slash = need.path.lastIndex(of: "/"), slash > need.path.startIndex,
        case .absent = files.lookup(String(need.path[..<slash]))
      else { continue }
      let fault: MachineFault =
        need.isFolder ? .cannotMakeFolder(need.path) : .cannotOpen(need.path)
      // What starts nginx may make the folder of the process id first.
      let isUncertain = need.isFirst && !setup.filesAreFinal
      reportNowhere(
        .machine(fault), Int(need.directive), consequence: isUncertain ? .unknown : nil)
    }
  }
}
