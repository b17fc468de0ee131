/// Rewrites for which an old nginx makes too little room.
///
/// A view, because three rules ask for them: one for each hole, and one for all holes of a known version.
enum NginxRewriteOverflowView {
  static let description = TableDescription(
    name: "nginx_rewrite_overflow",
    meaning: "A rewrite for which an nginx with a known hole makes too little room.",
    columns: [
      column("hole", .text, "The number of the hole: CVE-2026-9256 or CVE-2026-42945."),
      column("directive_id", .reference("nginx_directive"), "The rewrite."),
      column("outer_group", .text, "The number of a group that is written; NULL for the other."),
      column("inner_group", .text, "The number of one in it that is written; NULL for the other."),
      column("reader", .text, "The directive behind it that reads a capture; NULL for the other."),
      column("reader_span", .span, "That directive; NULL for the other."),
    ],
    indexed: [],
    view: TableDescription.View(
      base: NginxVariableFact.table.name,
      query: "\(groupsWithinGroups) UNION ALL \(capturesBehindArguments)")
  )

  /// CVE-2026-9256: a group and one within it are both written where nginx escapes what it writes.
  private static let groupsWithinGroups = """
    SELECT 'CVE-2026-9256' AS hole, rewrite.id AS directive_id, outer_group.name AS outer_group,
      inner_group.name AS inner_group, NULL AS reader, NULL AS reader_span
    FROM nginx_directive AS rewrite
    JOIN nginx_parameter AS replacement
      ON replacement.directive_id = rewrite.id AND replacement.position = 2
    JOIN nginx_variable AS inner_group
      ON inner_group.directive_id = rewrite.id AND inner_group.position = 2
    JOIN nginx_variable AS outer_group
      ON outer_group.directive_id = rewrite.id AND outer_group.position = 2
      AND inner_group.groups_around LIKE '% ' || outer_group.name || ' %'
    WHERE rewrite.name = 'rewrite'
      AND (rewrite.last IN ('redirect', 'permanent')
        OR replacement.value LIKE 'http://%'
        OR replacement.value LIKE 'https://%'
        OR instr(outer_group.text_before, '?') AND instr(inner_group.text_before, '?'))
      -- With a variable in it, or with a group written twice, nginx counts right.
      AND NOT EXISTS (
        SELECT 1 FROM nginx_variable AS other
        WHERE other.directive_id = rewrite.id AND other.position = 2
        GROUP BY other.name
        HAVING count(*) > 1 OR other.name NOT GLOB '[0-9]')
    GROUP BY rewrite.id
    """

  /// CVE-2026-42945: the mark that a `?` leaves makes a later `set` or `if` escape what it has no room for.
  private static let capturesBehindArguments = """
    SELECT 'CVE-2026-42945', leaving.id, NULL, NULL, reader.name, min(reader.span)
    FROM nginx_directive AS leaving
    JOIN nginx_parameter AS replacement
      ON replacement.directive_id = leaving.id AND replacement.position = 2
    JOIN nginx_scope AS scope ON scope.block_id IS leaving.parent_id
    JOIN nginx_directive AS reader
      ON reader.name IN ('set', 'if') AND reader.id > leaving.id
      AND (reader.parent_id IS scope.outer_id
        OR reader.parent_id IN (
          SELECT block.id FROM nginx_directive AS block
          WHERE block.parent_id IS scope.outer_id AND block.name = 'if'))
    JOIN nginx_variable AS variable
      ON variable.directive_id = reader.id AND variable.position > 1
      AND variable.name GLOB '[1-9]'
    WHERE leaving.name = 'rewrite'
      AND replacement.value LIKE '%?%'
      AND replacement.value NOT LIKE 'http://%'
      AND replacement.value NOT LIKE 'https://%'
      AND replace(replacement.value, '${scheme}', '$scheme') NOT LIKE '$scheme%'
      AND leaving.last NOT IN ('last', 'break', 'redirect', 'permanent')
      AND (scope.level = 0
        OR NOT EXISTS (
          SELECT 1 FROM nginx_scope AS inner_scope
          JOIN nginx_directive AS inner_block ON inner_block.id = inner_scope.outer_id
          WHERE inner_scope.block_id IS leaving.parent_id AND inner_scope.level < scope.level
            AND inner_block.name <> 'if'))
      AND NOT EXISTS (
        SELECT 1 FROM nginx_directive AS ending
        WHERE (ending.parent_id IS scope.outer_id OR ending.parent_id = reader.parent_id)
          AND ending.name IN ('return', 'break') AND ending.id > leaving.id AND ending.id < reader.id)
    GROUP BY leaving.id
    """

  private static func column(
    _ name: String, _ kind: ColumnKind, _ meaning: String
  ) -> TableDescription.Column {
    TableDescription.Column(name: name, kind: kind, meaning: meaning)
  }
}
