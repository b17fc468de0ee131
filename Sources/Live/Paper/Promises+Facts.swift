package import Facts
package import SQLite

extension Promises {
  /// Reads what a container's configuration promises from the facts of its boot on paper.
  ///
  /// - Throws: `SQLiteError` where a query does not fit the schema.
  package init(_ facts: borrowing FactBase) throws(SQLiteError) {
    self.init()
    try readProcesses(facts)
    try readAddresses(facts)
    try readLocations(facts)
  }

  private mutating func readProcesses(_ facts: borrowing FactBase) throws(SQLiteError) {
    let programs = try facts.rows("SELECT program FROM process").map { $0.text("program") }
    let isComplete = try facts.rows("SELECT is_boot_complete FROM stack").first?
      .integer("is_boot_complete")
    startsNginx = programs.contains("nginx") ? true : isComplete == 1 ? false : nil
    startsUwsgi = programs.contains("uwsgi") ? true : isComplete == 1 ? false : nil
    for row in try facts.rows("SELECT user, coalesce(user_span, span) AS span FROM nginx_instance")
    {
      guard let user = row.text("user") else { continue }
      nginxUser = Promised(user, span: facts.span(row["span"]))
    }
    let instances = try facts.rows(
      """
      SELECT user, user_span, processes, cheaper, coalesce(cheaper_span, span) AS span, has_master,
        maximum_processes
      FROM uwsgi_instance WHERE NOT coalesce(is_emperor, 0)
      """)
    // Which process is of which instance cannot be told from outside, so that one alone is judged.
    guard instances.count == 1, let row = instances.first else { return }
    if let user = row.text("user"), row["user_span"] != .null {
      uwsgiUser = Promised(user, span: facts.span(row["user_span"]))
    }
    guard let most = row.integer("processes") ?? row.integer("maximum_processes") else { return }
    let cheaper = row.integer("cheaper") ?? most
    guard cheaper <= most, most > 0 || row.integer("has_master") == 1 else { return }
    workers = Promised(max(0, min(cheaper, most))...most, span: facts.span(row["span"]))
  }

  private mutating func readAddresses(_ facts: borrowing FactBase) throws(SQLiteError) {
    let connections = try facts.rows(
      """
      SELECT DISTINCT connection.address, connection.protocol, connection.span
      FROM connection JOIN process ON process.id = connection.process_id
      WHERE process.program = 'nginx' AND connection.address IS NOT NULL
      """)
    upstreams = connections.compactMap { row in
      guard let address = row.text("address") else { return nil }
      let speech = Upstream.Speech(rawValue: row.text("protocol") ?? "") ?? .other
      return Promised(
        Upstream(address: address, speech: speech), span: facts.span(row["span"]))
    }
    try readEndpoints(facts)
    let files = try facts.rows(
      "SELECT path, span FROM path_use WHERE role LIKE '%pid%' AND access = 'write'")
    pidFiles = files.compactMap { row in
      row.text("path").map { Promised($0, span: facts.span(row["span"])) }
    }
  }

  private mutating func readEndpoints(_ facts: borrowing FactBase) throws(SQLiteError) {
    let endpoints = try facts.rows(
      """
      SELECT endpoint.*, process.program
      FROM endpoint JOIN process ON process.id = endpoint.process_id
      """)
    for row in endpoints {
      let span = facts.span(row["span"])
      let speech = row.text("protocol") ?? ""
      switch (row.text("program"), speech) {
      case ("uwsgi", "stats"): stats = row.text("address").map { Promised($0, span: span) }
      case ("uwsgi", _):
        if let endpoint = row.endpoint { uwsgiSockets.append(Promised(endpoint, span: span)) }
      case ("supervisord", _):
        supervisorSocket = row.text("address").map { Promised($0, span: span) }
      case ("nginx", _):
        guard let port = row.integer("port") else { continue }
        listens.append(Promised(Listen(port: port, hasTLS: speech == "https"), span: span))
      default: continue
      }
    }
  }

  private mutating func readLocations(_ facts: borrowing FactBase) throws(SQLiteError) {
    let rows = try facts.rows(
      """
      SELECT path, alias, root, span FROM nginx_location
      WHERE modifier IN ('', '^~') AND path <> '/' AND handler IS NULL
      """)
    statics = rows.compactMap { row in
      guard let prefix = row.text("path") else { return nil }
      let folder =
        row.text("alias")
        ?? row.text("root").map { root in
          (root.hasSuffix("/") ? String(root.dropLast()) : root) + prefix
        }
      guard let folder, !folder.contains("$") else { return nil }
      return Promised(
        StaticLocation(prefix: prefix, folder: folder), span: facts.span(row["span"]))
    }
  }
}

extension Row {
  /// The socket of uWSGI that a row of `endpoint` is.
  fileprivate var endpoint: Promises.Endpoint? {
    guard let address = text("address") else { return nil }
    var endpoint = Promises.Endpoint(
      address: address, speech: Promises.Upstream.Speech(rawValue: text("protocol") ?? "") ?? .other
    )
    endpoint.ownerID = integer("owner_id")
    endpoint.groupID = integer("group_id")
    endpoint.mode = integer("mode")
    return endpoint
  }

  fileprivate func text(_ column: String) -> String? {
    if case .text(let text)? = self[column] { text } else { nil }
  }

  fileprivate func integer(_ column: String) -> Int? {
    self[column]?.integer.map { Int($0) }
  }
}
