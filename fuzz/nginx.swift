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

/// The nginx that an input is read by: what a build has decides which checks it meets.
private let builds: [NginxBuild] = [.debian12, .official(NginxVersion(1, 31, 5)), .unknown]

/// Loads random bytes as a configuration, writes them back, prints them and sends a request through.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var sources = SourceFiles()
  let configuration = NginxLoader.load(
    NginxSetup(mainFile: "/nginx.conf", build: builds[count % builds.count]),
    files: InputTree(bytes: bytes),
    sources: &sources
  )
  precondition(configuration.source(ofInclusion: 0) == bytes, "a byte is lost")
  for problem in configuration.problems { _ = problem.message }
  _ = CrossplanePayload(configuration, sources: sources, options: .init(includesComments: true)).json
  if let request = NginxRequest("http://a.test/b/c") { _ = configuration.route(request).steps }
  return 0
}
