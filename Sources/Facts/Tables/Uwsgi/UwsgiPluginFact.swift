internal import SourceText

/// A plugin that uWSGI is told to load.
struct UwsgiPluginFact: Fact {
  static let table = Table<UwsgiPluginFact>(
    "uwsgi_plugin", "A plugin that uWSGI is told to load, in its order.",
    indexed: ["process_id"],
    columns: [
      .reference("process_id", to: "process", "The uWSGI.") { $0.processID },
      .text("name", "The plugin as it is written.") { $0.name },
      .text(
        "internal_name", "What uWSGI calls the plugin itself, such as python."
      ) { $0.internalName },
      .text("path", "The file that is loaded, or the last one that is looked for.") { $0.path },
      .text(
        "presence",
        "Whether one of the files looked for is there: present or absent; NULL where that is not known."
      ) { $0.presence },
      .boolean("is_needed", "Whether uWSGI ends where it is not there.") { $0.isNeeded },
      .span("span", "Where it is written.") { $0.span },
    ]
  )

  var processID: Int
  var name: String
  var internalName: String
  var path: String?
  var presence: String?
  var isNeeded: Bool?
  var span: SourceSpan?
}
