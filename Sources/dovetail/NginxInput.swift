import Machine
import NginxConfig
import SourceText

/// An nginx configuration that is no part of a stack: a main file, a fragment or a dump.
struct NginxInput {
  let configuration: NginxConfiguration
  private let sources: SourceFiles

  init(path: String, bytes: [UInt8], context: NginxContext?) {
    var sources = SourceFiles()
    if let dump = NginxDump(bytes) {
      let setup = NginxSetup(mainFile: dump.mainFile)
      configuration = NginxLoader.load(setup, files: dump, sources: &sources)
    } else {
      let setup = NginxSetup(
        mainFile: path, context: context ?? NginxFragment.context(of: bytes))
      configuration = NginxLoader.load(
        setup, files: InputTree(path: path, bytes: bytes), sources: &sources)
    }
    self.sources = sources
  }

  func payload(
    _ options: CrossplanePayload.Options, name: (String) -> String
  ) -> CrossplanePayload {
    CrossplanePayload(configuration, sources: sources, options: options, name: name)
  }
}

/// The machine's files, with one file in place of what stands at its path.
private struct InputTree: FileTree {
  let path: String
  let bytes: [UInt8]
  private let machine = DiskTree()

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  func lookup(_ path: String) -> FileLookup {
    path == self.path ? .file(bytes: bytes, origin: path) : machine.lookup(path)
  }

  func entries(ofFolder path: String) -> FolderListing {
    machine.entries(ofFolder: path)
  }
}
