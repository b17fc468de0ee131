internal import SourceText

/// How the image says that its container starts.
struct ImageFact: Fact {
  static let table = Table<ImageFact>(
    "image",
    "The image that the Dockerfile makes: one row, or none without one.",
    columns: [
      .text(
        "user",
        "The user that the container starts as, as it is written; NULL is root."
      ) { $0.user },
      .integer("user_id", "Its uid.") { $0.userID },
      .text(
        "working_directory",
        "The folder that the container starts in."
      ) { $0.workingDirectory },
      .text(
        "stop_signal",
        "The signal that stops the container, if the image names one."
      ) { $0.stopSignal },
      .text("health_check", "The command of the health check, if there is one.") { $0.healthCheck },
      .text(
        "health_check_tool",
        "The program that the health check runs first, if that can be told."
      ) { $0.healthCheckTool },
      .text(
        "health_check_tool_presence",
        "present or absent; NULL where that is not known."
      ) { $0.healthCheckToolPresence },
      .text("entrypoint", "The words of ENTRYPOINT, as they are run.") { $0.entrypoint },
      .text("command", "The words of CMD, as they are run.") { $0.command },
      .span("span", "The FROM of the stage that becomes the image.") { $0.span },
      .span(
        "command_span",
        "The instruction that says what starts: the ENTRYPOINT, or else the CMD."
      ) { $0.commandSpan },
      .span("user_span", "The last USER.") { $0.userSpan },
      .span("health_check_span", "The HEALTHCHECK.") { $0.healthCheckSpan },
    ]
  )

  var user: String?
  var userID: Int?
  var workingDirectory: String?
  var stopSignal: String?
  var healthCheck: String?
  var healthCheckTool: String?
  var healthCheckToolPresence: String?
  var entrypoint: String?
  var command: String?
  var span: SourceSpan?
  var commandSpan: SourceSpan?
  var userSpan: SourceSpan?
  var healthCheckSpan: SourceSpan?
}
