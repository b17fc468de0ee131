/// Rows of a table that have one of some texts in a column.
package struct RowKinds: Sendable {
  package let table: String
  package let column: String
  package let values: [String]

  package init(table: String, column: String, values: [String]) {
    self.table = table
    self.column = column
    self.values = values
  }
}

extension Schema {
  /// The number of a column of text; nil where there is none, and for views, which have no rows.
  package static func columnOfText(_ column: String, of table: String) -> Int? {
    guard let table = tables.first(where: { $0.name == table }), table.view == nil else {
      return nil
    }
    return table.columns.firstIndex { $0.name == column && $0.kind == .text }
  }
}
