internal import SourceText

/// A script of the image whose content is known.
struct ScriptFact: Fact {
  static let table = Table<ScriptFact>(
    "script",
    "A script that came from the folder that was checked: a text that begins with #! or is executed.",
    columns: [
      .text("path", "The absolute path in the image.") { $0.path },
      .text("interpreter", "The program that its first line names.") { $0.interpreter },
      .text(
        "interpreter_presence",
        "present or absent; NULL where that is not known."
      ) { $0.interpreterPresence },
      .boolean(
        "has_carriage_return",
        "Whether its first line ends with a carriage return."
      ) { $0.hasCarriageReturn },
      .boolean(
        "is_executable",
        "Whether anyone may execute it; NULL where its mode is not known."
      ) { $0.isExecutable },
      .boolean("is_started", "Whether a process of the boot executes it.") { $0.isStarted },
      .boolean(
        "is_executed",
        "Whether the container's engine or supervisord executes it, without the help of a shell."
      ) { $0.isExecuted },
      .span("span", "The instruction that put it there.") { $0.span },
    ]
  )

  var path: String
  var interpreter: String?
  var interpreterPresence: String?
  var hasCarriageReturn: Bool?
  var isExecutable: Bool?
  var isStarted: Bool
  var isExecuted: Bool
  var span: SourceSpan?
}
