import Machine
import NginxConfig
import SourceText

/// A file system whose only file is the fuzzer's.
private struct InputTree: FileTree {
  let bytes: [UInt8]

  func lookup(_ path: String) -> FileLookup {
    path == "/nginx.conf" ? .file(bytes: bytes, origin: nil) : .unknown
  }

  func entries(ofFolder path: String) -> FolderListing {
    FolderListing(names: [], isComplete: false)
  }
}

/// Loads random bytes as a configuration, and writes them back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var sources = SourceFiles()
  let configuration = NginxLoader.load(
    NginxSetup(mainFile: "/nginx.conf", build: .debian12), files: InputTree(bytes: bytes),
    sources: &sources
  )
  precondition(configuration.source(ofInclusion: 0) == bytes, "a byte is lost")
  for problem in configuration.problems { _ = problem.message }
  return 0
}
