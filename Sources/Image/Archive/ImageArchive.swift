package import Archive
import Dockerfile
package import SourceText

extension Image {
  /// The image of an archive: what `docker save` writes, or an OCI layout, packed or as a folder.
  ///
  /// The configuration of the image is added to `sources`. Nothing is unpacked to disk.
  ///
  /// - Throws: `ImageArchiveError` where the archive is damaged, hostile or no image.
  package static func archive(
    at path: String, sources: inout SourceFiles
  ) throws(ImageArchiveError) -> Image {
    let store = try BlobStore(path: path)
    let parts = try ImageParts(store)
    var image = Image.scratch(context: BuildContext(files: [:]))
    let file = sources.add(
      path: path + "/" + parts.configurationName, bytes: parts.configuration)
    image.configuration = ImageConfiguration(archived: file)
    var writer = LayerWriter(image.tree)
    for layer in parts.layers {
      try store.read(layer: layer) { (reader: inout ArchiveReader) throws(ArchiveError) in
        try writer.apply(&reader)
      }
    }
    image.tree = writer.tree
    image.readSystemFiles()
    return image
  }
}

/// Why an image cannot be read from an archive.
package enum ImageArchiveError: Error, Hashable, CustomStringConvertible {
  case archive(ArchiveError)

  /// Neither `manifest.json` nor `index.json` is there.
  case noManifest

  /// A part that the manifest names is missing or makes no sense.
  case badPart(String)

  package var description: String {
    switch self {
    case .archive(let error): error.description
    case .noManifest: "this is no image archive: it has neither manifest.json nor index.json"
    case .badPart(let name): "the image archive lacks \"\(name)\", or it makes no sense"
    }
  }
}
