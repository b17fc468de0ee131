import FoundationEssentials
import Glibc
import Image
import SourceText

/// Compares the image that a Dockerfile makes on paper with the one that an engine built.
///
/// `image-truth FOLDER LISTING` prints each path and account of which the two say different things.
@main
enum ImageTruth {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let folder = arguments.first, let listing = arguments.last else {
      print("usage: image-truth FOLDER LISTING")
      exit(2)
    }
    let dockerfile = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/Dockerfile"))
    var sources = SourceFiles()
    let file = sources.add(path: "Dockerfile", bytes: Array(dockerfile))
    let image = Image.build(
      dockerfile: file, context: BuildContext(folder: folder), sources: &sources)
    let container = try ContainerListing(Data(contentsOf: URL(fileURLWithPath: listing)))
    var comparison = ImageComparison(image: image, container: container)
    comparison.run()
    for difference in comparison.differences { print(difference) }
    print(comparison.summary)
    exit(comparison.differences.isEmpty ? 0 : 1)
  }
}
