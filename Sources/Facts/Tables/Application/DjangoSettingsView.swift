/// The settings that an application of Django names.
///
/// A view, because the rules about settings all begin with them.
enum DjangoSettingsView {
  static let description = TableDescription(
    name: "django_settings",
    meaning: "The settings of a Django application, where its file alone names them.",
    columns: [
      TableDescription.Column(
        name: "path", kind: .text, meaning: "The file; its statements are python_statement rows.")
    ],
    indexed: [],
    view: TableDescription.View(base: PythonStatementFact.table.name, query: query)
  )

  /// The module that is named ends as the file does: `site.settings` is `…/settings.py`.
  private static let query = """
    SELECT DISTINCT statement.path
    FROM uwsgi_application AS application
    JOIN python_statement AS selection
      ON selection.path = application.file AND selection.text LIKE '%DJANGO_SETTINGS_MODULE%'
    JOIN python_statement AS statement
      ON replace(selection.text, '''', '"') LIKE '%.' || replace(
        substr(
          statement.path, length(rtrim(statement.path, replace(statement.path, '/', ''))) + 1),
        '.py', '') || '"%'
    WHERE NOT EXISTS (SELECT 1 FROM environment_variable WHERE name = 'DJANGO_SETTINGS_MODULE')
    """
}
