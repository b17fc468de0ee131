internal import SourceText

/// Something that a package manager installed.
struct PackageFact: Fact {
  static let table = Table<PackageFact>(
    "package",
    "A package that the image is known to hold.",
    indexed: ["name"],
    columns: [
      .text("manager", "Who installed it: apt, apk, dnf, pip.") { $0.manager },
      .text("name", "Its name in the manager.") { $0.name },
      .text("version", "Its version, where that is known.") { $0.version },
      .span(
        "span",
        "The instruction that installs it; NULL for one of the base image."
      ) { $0.span },
    ]
  )

  var manager: String
  var name: String
  var version: String?
  var span: SourceSpan?
}
