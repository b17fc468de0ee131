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
      base: NginxScopeFact.table.name,
      query: """
        SELECT scope.block_id, directive.id AS directive_id, directive.name, directive.parameters,
          directive.first, scope.level AS distance, directive.span
        FROM nginx_directive AS block
        JOIN nginx_scope AS scope ON scope.block_id = block.id
        JOIN nginx_directive AS directive
          ON directive.parent_id IS scope.outer_id AND directive.is_block = 0
        WHERE block.name IN ('http', 'stream', 'mail', 'server', 'location', 'if', 'limit_except')
          AND (scope.level = 0
            OR directive.inheritance IN ('value', 'list') AND NOT EXISTS (
              SELECT 1 FROM nginx_scope AS nearer
              JOIN nginx_directive AS own
                ON own.parent_id IS nearer.outer_id AND own.is_block = 0
              WHERE nearer.block_id = scope.block_id AND nearer.level < scope.level
                AND own.name = directive.name))
        """)
  )

  private static func column(
    _ name: String, _ kind: ColumnKind, _ meaning: String
  ) -> TableDescription.Column {
    TableDescription.Column(name: name, kind: kind, meaning: meaning)
  }
}
