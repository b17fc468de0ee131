import Machine
import NginxConfig
import SourceText

/// A file system of a few texts.
struct MemoryTree: FileTree {
  var files: [String: String]
  var isComplete = true

  func lookup(_ path: String) -> FileLookup {
    if let text = files[path] { return .file(bytes: Array(text.utf8), origin: nil) }
    if files.keys.contains(where: { $0.hasPrefix(path + "/") }) { return .folder }
    return isComplete ? .absent : .unknown
  }

  func entries(ofFolder path: String) -> FolderListing {
    let names = files.keys.filter { $0.hasPrefix(path + "/") }
      .compactMap { $0.dropFirst(path.count + 1).split(separator: "/").first.map(String.init) }
    return FolderListing(names: Set(names).sorted(), isComplete: isComplete)
  }
}

/// Loads texts as the files of `/etc/nginx`.
func load(
  _ main: String, _ others: [String: String] = [:], isComplete: Bool = true,
  build: NginxBuild = .debian12, context: NginxContext = .main
) -> NginxConfiguration {
  var sources = SourceFiles()
  var files = Dictionary(uniqueKeysWithValues: others.map { ("/etc/nginx/\($0.key)", $0.value) })
  files["/etc/nginx/nginx.conf"] = main
  let setup = NginxSetup(mainFile: "/etc/nginx/nginx.conf", build: build, context: context)
  return NginxLoader.load(
    setup, files: MemoryTree(files: files, isComplete: isComplete), sources: &sources
  )
}
