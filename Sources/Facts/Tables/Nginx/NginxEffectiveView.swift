/// The directives that decide in a block, its own and those that it takes over.
///
/// A view, because a configuration of thousands of servers has millions of them, and few are asked for.
enum NginxEffectiveView {
  static let description = TableDescription(
    name: "nginx_effective",
    meaning: "A directive that decides in a block of nginx: its own, or taken over from around it.",
    columns: [
      column("block_id", .reference("nginx_directive"), "The block, such as a location."),
      column("directive_id", .reference("nginx_directive"), "The directive that decides."),
      column("name", .text, "The directive's name."),
      column("parameters", .text, "Its parameters, with blanks between."),
      column("first", .text, "Its first parameter."),
      column("distance", .integer, "How many blocks further out it stands; 0 for the block's own."),
      column("span", .span, "Its name and parameters."),
    ],
    indexed: [],
    view: TableDescription.View(
      base: NginxLevelFact.table.name,
      query: """
        SELECT level.block_id, directive.id AS directive_id, directive.name, directive.parameters,
          directive.first, level.distance, directive.span
        FROM nginx_level AS level
        JOIN nginx_directive AS directive
          ON directive.parent_id = level.around_id AND directive.is_block = 0
        WHERE level.distance = 0
          OR directive.inheritance IN ('value', 'list') AND NOT EXISTS (
            SELECT 1 FROM nginx_level AS nearer
            JOIN nginx_directive AS own
              ON own.parent_id = nearer.around_id AND own.is_block = 0
            WHERE nearer.block_id = level.block_id AND nearer.distance < level.distance
              AND own.name = directive.name)
        """)
  )

  private static func column(
    _ name: String, _ kind: ColumnKind, _ meaning: String
  ) -> TableDescription.Column {
    TableDescription.Column(name: name, kind: kind, meaning: meaning)
  }
}
