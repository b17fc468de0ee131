internal import SourceText

/// The application that uWSGI is told to load.
struct UwsgiApplicationFact: Fact {
  static let table = Table<UwsgiApplicationFact>(
    "uwsgi_application", "An application that uWSGI is told to load.",
    indexed: ["process_id"],
    columns: [
      .reference("process_id", to: "process", "The uWSGI.") { $0.processID },
      .text("mount", "The mount point; empty for the whole.") { $0.mount },
      .text("option", "The option that names it: module, wsgi-file or mount.") { $0.option },
      .text("module", "The module or file.") { $0.module },
      .text("callable", "The name that is looked up in it.") { $0.callable },
      .text(
        "outcome", "found, module-missing, callable-missing, failing; NULL where that is not known."
      ) { $0.outcome },
      .text("file", "The file that the module is.") { $0.file },
      .text(
        "names", "The names that the file has at its top level, with commas between."
      ) { $0.names },
      .text("searched", "The folders that were searched, with commas between.") { $0.searched },
      .text(
        "failure", "Why Python cannot load it, in its own words."
      ) { $0.failure },
      .span("span", "Where the module or file is named.") { $0.span },
      .span("callable_span", "Where the callable is named.") { $0.callableSpan },
      .span("file_span", "The beginning of the file.") { $0.fileSpan },
      .span("failure_span", "The statement that fails.") { $0.failureSpan },
      .span(
        "folder_span",
        "The instruction that made the folder that is searched in vain, or that starts the container."
      ) { $0.folderSpan },
    ]
  )

  var processID: Int
  var mount: String
  var option: String
  var module: String?
  var callable: String?
  var outcome: String?
  var file: String?
  var names: String?
  var searched: String?
  var failure: String?
  var span: SourceSpan?
  var callableSpan: SourceSpan?
  var fileSpan: SourceSpan?
  var failureSpan: SourceSpan?
  var folderSpan: SourceSpan?
}
