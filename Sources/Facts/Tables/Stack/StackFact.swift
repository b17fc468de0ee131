internal import SourceText

/// The one thing that is judged.
struct StackFact: Fact {
  static let table = Table<StackFact>(
    "stack",
    "The stack: one row.",
    columns: [
      .text("path", "The folder or file that was checked, as it was given.") { $0.path },
      .text(
        "source",
        "Where the model comes from: dockerfile, files, root, archive, compose, container."
      ) { $0.source },
      .text(
        "service", "The service of the compose file whose container it is; NULL without one."
      ) { $0.service },
      .text(
        "distribution",
        "The distribution of the image, such as debian or alpine."
      ) { $0.distribution },
      .text("release", "The release of the distribution, such as 12 or 3.20.") { $0.release },
      .text("base", "The image that the last stage is built from, as it is written.") { $0.base },
      .text(
        "support_ended",
        "The month since which that image, or its distribution, gets no fixes, such as 2024-06."
      ) { $0.supportEnded },
      .boolean(
        "is_boot_complete",
        "Whether every process that starts is known."
      ) { $0.isBootComplete },
      .boolean(
        "are_accounts_complete",
        "Whether every user and group of the image is known."
      ) { $0.areAccountsComplete },
      .span("span", "The FROM of the last stage, or the first file.") { $0.span },
    ]
  )

  var path: String
  var source: String
  var service: String?
  var distribution: String?
  var release: String?
  var base: String?
  var supportEnded: String?
  var isBootComplete: Bool
  var areAccountsComplete: Bool
  var span: SourceSpan?
}
