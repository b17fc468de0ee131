internal import SourceText

/// A file whose text stands in no file of the folder that was checked.
struct WrittenFileFact: Fact {
  static let table = Table<WrittenFileFact>(
    "written_file",
    "A file that a program reads and that an instruction wrote or changed.",
    columns: [
      .text("path", "The absolute path in the container.") { $0.path },
      .span("text_span", "The beginning of the text as it was read.") { $0.textSpan },
      .span("span", "The instruction that wrote it.") { $0.span },
    ]
  )

  var path: String
  var textSpan: SourceSpan?
  var span: SourceSpan?
}
