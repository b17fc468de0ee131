internal import SourceText

/// A path of the image that a mount of the compose file hides.
struct MaskedPathFact: Fact {
  static let table = Table<MaskedPathFact>(
    "masked_path",
    "A path that the image has, below a folder of the machine that the compose file mounts over it and that has no such path.",
    indexed: ["path"],
    columns: [
      .text("path", "The absolute path in the container.") { $0.path },
      .span("span", "The instruction that made it; NULL for one of the base image.") { $0.span },
      .span("mount_span", "The mount.") { $0.mountSpan },
    ]
  )

  var path: String
  var span: SourceSpan?
  var mountSpan: SourceSpan?
}
