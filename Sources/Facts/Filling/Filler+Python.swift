internal import Boot
internal import SourceText
internal import UwsgiConfig

extension Filler {
  /// Adds the statements of the application's files, which the boot has read.
  mutating func addPythonStatements() {
    for file in stack.sources.files where file.path.hasSuffix(".py") {
      for statement in PythonStatement.statements(of: file.bytes) {
        rows.pythonStatements.append(
          PythonStatementFact(
            path: file.path, text: statement.text, runsOnImport: statement.runsOnImport,
            decorates: statement.decorates,
            span: SourceSpan(
              file: file.id, start: statement.range.lowerBound, end: statement.range.upperBound)))
      }
    }
  }
}
