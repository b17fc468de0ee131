internal import SourceText

/// A variable that every process of the container inherits.
struct EnvironmentVariableFact: Fact {
  static let table = Table<EnvironmentVariableFact>(
    "environment_variable",
    "A variable of the image: an ENV, or one of the base image.",
    indexed: ["name"],
    columns: [
      .text("name", "The name.") { $0.name },
      .text("value", "The value.") { $0.value },
      .span("span", "The ENV; NULL for one of the base image.") { $0.span },
    ]
  )

  var name: String
  var value: String
  var span: SourceSpan?
}
