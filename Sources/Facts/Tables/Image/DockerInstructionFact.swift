internal import SourceText

/// An instruction of the Dockerfile.
struct DockerInstructionFact: Fact {
  static let table = Table<DockerInstructionFact>(
    "docker_instruction",
    "An instruction of the Dockerfile.",
    indexed: ["keyword"],
    columns: [
      .id(\.id),
      .integer(
        "stage",
        "The number of its stage, counted from 0; -1 before the first FROM."
      ) { $0.stage },
      .boolean(
        "is_final",
        "Whether the stage becomes the image, or is one that it builds on."
      ) { $0.isFinal },
      .text("keyword", "The instruction in upper case, such as COPY.") { $0.keyword },
      .text("text", "Its arguments, continuations joined.") { $0.text },
      .text("form", "How the arguments are written: shell, exec, or words.") { $0.form },
      .span("span", "The whole instruction.") { $0.span },
    ]
  )

  var id: Int
  var stage: Int
  var isFinal: Bool
  var keyword: String
  var text: String
  var form: String
  var span: SourceSpan?
}
