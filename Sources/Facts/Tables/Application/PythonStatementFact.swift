internal import SourceText

/// A logical line of the application's source.
struct PythonStatementFact: Fact {
  static let table = Table<PythonStatementFact>(
    "python_statement",
    "A statement of a Python file that the build folder brings, where a uWSGI runs.",
    indexed: ["path, decorates", "path"],
    columns: [
      .text("path", "The file in the image.") { $0.path },
      .text("text", "What is written, on one line with single blanks; comments left out.") {
        $0.text
      },
      .boolean(
        "runs_on_import",
        "Whether it runs when the module is imported, not only when something calls it."
      ) { $0.runsOnImport },
      .text(
        "decorates",
        "The function of the module directly below a decorator of no block; NULL for all else."
      ) { $0.decorates },
      .span("span", "Where it is.") { $0.span },
    ]
  )

  var path: String
  var text: String
  var runsOnImport: Bool
  var decorates: String?
  var span: SourceSpan?
}
