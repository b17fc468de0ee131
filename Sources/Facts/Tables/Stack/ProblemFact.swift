internal import SourceText

/// Something that a parser found wrong.
struct ProblemFact: Fact {
  static let table = Table<ProblemFact>(
    "problem",
    "A problem that was found while a file was read or a process booted.",
    indexed: ["code", "process_id"],
    columns: [
      .id(\.id),
      .reference(
        "process_id",
        to: "process",
        "The process that reads the file, if there is one."
      ) { $0.processID },
      .text(
        "program",
        "Who finds it: nginx, uwsgi, supervisord, docker, image, boot, compose."
      ) { $0.program },
      .text("code", "The kind of problem, in kebab-case.") { $0.code },
      .text(
        "message",
        "The sentence, in the words of the program where it has some."
      ) { $0.message },
      .text(
        "consequence",
        "What the program does: refuses, warns, ignores; NULL where that is not known."
      ) { $0.consequence },
      .span("span", "Where it is.") { $0.span },
      .span("see", "Another place that explains it.") { $0.see },
      .text("see_message", "What is to be seen there.") { $0.seeMessage },
      .span("file_span", "The instruction that put the file that it is in there.") { $0.fileSpan },
    ]
  )

  var id: Int
  var processID: Int?
  var program: String
  var code: String
  var message: String
  var consequence: String?
  var span: SourceSpan?
  var see: SourceSpan?
  var seeMessage: String?
  var fileSpan: SourceSpan?
}
