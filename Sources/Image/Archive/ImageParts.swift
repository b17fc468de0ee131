import FoundationEssentials

/// What an archive's manifests say: the configuration of the image, and its layers from the bottom.
struct ImageParts {
  let configurationName: String
  let configuration: [UInt8]
  let layers: [String]

  /// Reads the first image of the archive.
  init(_ store: BlobStore) throws(ImageArchiveError) {
    if let manifest = store.document("manifest.json") {
      let images = try Self.decode([DockerManifest].self, manifest, "manifest.json")
      guard let first = images.first else { throw .badPart("manifest.json") }
      try self.init(store, configuration: first.config, layers: first.layers)
    } else if store.document("index.json") != nil {
      let manifest = try Self.manifest(store)
      try self.init(
        store, configuration: Self.blobName(manifest.config.digest),
        layers: manifest.layers.map { Self.blobName($0.digest) })
    } else {
      throw .noManifest
    }
  }

  private init(
    _ store: BlobStore, configuration name: String, layers: [String]
  ) throws(ImageArchiveError) {
    guard let bytes = store.document(name) else { throw .badPart(name) }
    guard layers.count <= Self.mostLayers else { throw .badPart("manifest.json") }
    configurationName = name
    configuration = bytes
    self.layers = layers
  }

  /// More layers than any engine stacks.
  private static let mostLayers = 1_000

  /// How deep indexes may name indexes.
  private static let deepestIndex = 4

  /// Follows `index.json` to the first manifest of an image.
  private static func manifest(_ store: BlobStore) throws(ImageArchiveError) -> OCIManifest {
    var name = "index.json"
    for _ in 0..<deepestIndex {
      guard let bytes = store.document(name) else { throw .badPart(name) }
      if let manifest = try? JSONDecoder().decode(OCIManifest.self, from: Data(bytes)) {
        return manifest
      }
      let index = try decode(OCIIndex.self, bytes, name)
      // Beside the images an index lists how they were built, for no platform.
      let images = index.manifests.filter { $0.platform?.architecture != "unknown" }
      guard let first = images.first else { throw .badPart(name) }
      name = blobName(first.digest)
    }
    throw .badPart(name)
  }

  private static func blobName(_ digest: String) -> String {
    "blobs/" + digest.split(separator: ":", maxSplits: 1).joined(separator: "/")
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ bytes: [UInt8], _ name: String
  ) throws(ImageArchiveError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw .badPart(name)
    }
  }
}

/// An entry of the `manifest.json` that `docker save` writes.
private struct DockerManifest: Decodable {
  let config: String
  let layers: [String]

  private enum CodingKeys: String, CodingKey {
    case config = "Config"
    case layers = "Layers"
  }
}

/// An image index of the OCI image specification.
private struct OCIIndex: Decodable {
  let manifests: [OCIDescriptor]
}

/// An image manifest of the OCI image specification.
private struct OCIManifest: Decodable {
  let config: OCIDescriptor
  let layers: [OCIDescriptor]
}

private struct OCIDescriptor: Decodable {
  struct Platform: Decodable {
    let architecture: String?
  }

  let digest: String
  let platform: Platform?
}
