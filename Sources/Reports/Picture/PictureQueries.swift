/// What a picture asks the facts.
enum PictureQueries {
  private static let limit = "LIMIT \(PictureReader.limit)"

  /// One row for each address that a server listens on.
  static let servers = """
    SELECT
      nginx_server.id,
      nginx_server.process_id,
      nginx_server.span,
      nginx_instance.span AS other_span,
      nginx_listen.span AS listen_span,
      coalesce(nginx_listen.path, 'port ' || nginx_listen.port) AS address,
      CASE
        WHEN nginx_listen.port IN (SELECT port FROM exposed_port WHERE is_published)
          THEN 'published'
        WHEN nginx_listen.port IN (SELECT port FROM exposed_port) THEN 'exposed'
        WHEN (SELECT count(*) FROM exposed_port) > 0 THEN 'not exposed'
      END AS exposed,
      'nginx' || CASE WHEN trim(nginx_server.names) IN ('', '""', '_') THEN ''
        ELSE ' ' || nginx_server.names END AS title,
      'workers as ' || coalesce(nginx_instance.user, nginx_instance.user_id) AS account
    FROM nginx_server
    LEFT JOIN nginx_listen ON nginx_listen.server_id = nginx_server.id
    LEFT JOIN nginx_instance ON nginx_instance.process_id = nginx_server.process_id
    ORDER BY nginx_server.id, nginx_listen.port \(limit)
    """

  /// The locations that pass requests on, and those that answer with files.
  static let locations = """
    SELECT
      nginx_location.id,
      nginx_location.server_id,
      nginx_location.span,
      nginx_location.modifier,
      'location ' || ltrim(nginx_location.modifier
        || CASE nginx_location.modifier WHEN '@' THEN '' ELSE ' ' END
        || nginx_location.path) AS title,
      coalesce(nginx_location.handler, 'files in ' || coalesce(nginx_location.alias,
        nginx_location.root)) AS handler
    FROM nginx_location
    ORDER BY nginx_location.id \(limit)
    """

  /// Where a location hands requests to one that has a name.
  static let jumps = """
    SELECT
      nginx_directive.location_id AS from_id,
      nginx_location.id AS to_id,
      nginx_directive.span
    FROM nginx_directive
    JOIN nginx_location ON nginx_location.server_id = nginx_directive.server_id
      AND nginx_location.modifier = '@'
      AND '@' || ltrim(nginx_location.path, '@') = nginx_directive.last
    WHERE nginx_directive.name IN ('try_files', 'error_page')
    ORDER BY nginx_directive.id \(limit)
    """

  static let instances = """
    SELECT
      process_id,
      span,
      processes || CASE processes WHEN 1 THEN ' worker' ELSE ' workers' END
        || CASE WHEN threads > 1 THEN ' of ' || threads || ' threads' ELSE '' END AS workers,
      'as ' || coalesce(user, user_id) AS account
    FROM uwsgi_instance
    ORDER BY process_id \(limit)
    """

  /// Where uWSGI takes requests.
  static let endpoints = """
    SELECT
      endpoint.id,
      endpoint.process_id,
      endpoint.span,
      endpoint.address,
      endpoint.protocol || ' socket' AS protocol,
      'owner ' || coalesce((SELECT name FROM account WHERE uid = endpoint.owner_id),
        endpoint.owner_id)
        || ':' || coalesce((SELECT name FROM account_group WHERE gid = endpoint.group_id),
        endpoint.group_id)
        || ', mode ' || printf('%o', endpoint.mode) AS owner
    FROM endpoint
    JOIN uwsgi_instance ON uwsgi_instance.process_id = endpoint.process_id
    WHERE endpoint.protocol IN ('uwsgi', 'http', 'https', 'fastcgi', 'scgi')
    ORDER BY endpoint.id \(limit)
    """

  static let applications = """
    SELECT
      process_id,
      span,
      module || coalesce(':' || callable, '') AS title,
      file,
      outcome IN ('module-missing', 'callable-missing') AS is_missing
    FROM uwsgi_application
    WHERE module IS NOT NULL
    ORDER BY process_id \(limit)
    """

  static let connections = """
    SELECT
      connection.address,
      connection.span,
      connection.endpoint_id,
      nginx_directive.location_id,
      nginx_directive.server_id,
      CASE WHEN connection.is_local THEN 'nothing is known to listen here'
        WHEN connection.service IS NOT NULL THEN 'service ' || connection.service
        WHEN NOT connection.is_local THEN 'outside of the container' END AS note,
      connection.is_local AND (SELECT is_boot_complete FROM stack) AS is_missing
    FROM connection
    JOIN nginx_directive ON nginx_directive.id = connection.directive_id
    ORDER BY connection.id \(limit)
    """

  /// What supervisord runs besides nginx and uWSGI.
  static let programs = """
    SELECT
      'program ' || supervisor_program.name AS name,
      supervisor_program.command,
      'as ' || coalesce(process.user, process.user_id) AS account,
      supervisor_program.span
    FROM supervisor_program
    LEFT JOIN process ON process.id = supervisor_program.started_id
    WHERE coalesce(process.program, '') NOT IN ('nginx', 'uwsgi')
    ORDER BY supervisor_program.id \(limit)
    """

  /// Where the commands of nginx and uWSGI are written.
  static let commands = """
    SELECT process.id AS process_id, process.span, supervisor_program.span AS other_span
    FROM process
    LEFT JOIN supervisor_program ON supervisor_program.started_id = process.id
    WHERE process.program IN ('nginx', 'uwsgi')
    ORDER BY process.id \(limit)
    """

  /// The supervisord that starts every nginx and uWSGI; no row where it does not.
  static let supervisor = """
    SELECT 'supervisord' || coalesce(' (as ' || coalesce(user, user_id) || ')', '') AS title
    FROM process
    WHERE program = 'supervisord'
      AND NOT EXISTS (
        SELECT 1 FROM process AS other
        WHERE other.program IN ('nginx', 'uwsgi') AND other.parent_id IS NOT process.id)
    """
}
