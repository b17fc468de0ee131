package import Facts
package import Rules
import SQLite
import SourceText

extension Picture {
  /// Draws a stack from its facts, with the findings at the joints that they are about.
  ///
  /// - Throws: `SQLiteError`, which only a defect can cause.
  package init(_ facts: borrowing FactBase, verdict: Verdict) throws {
    var reader = PictureReader(Picture(title: StackPath(verdict).displayPath))
    try reader.readPorts(facts)
    try reader.readLocations(facts)
    try reader.readUwsgi(facts)
    try reader.readConnections(facts)
    try reader.readPrograms(facts)
    reader.joinLooseEnds()
    self = reader.picture
    PictureMarker.mark(&self, with: verdict.findings)
  }
}

/// Turns rows into boxes and arrows, stage by stage.
struct PictureReader {
  /// A picture with more of anything helps nobody.
  static let limit = 12

  private(set) var picture: Picture
  private var servers: [Int64: Int] = [:]
  private var locations: [Int64: Int] = [:]
  private var sockets: [Int64: Int] = [:]

  /// The box of each uWSGI, and the first server of each nginx.
  private var processes: [Int64: Int] = [:]
  private let client: Int

  init(_ picture: Picture) {
    self.picture = picture
    client = self.picture.add(Picture.Box(stage: .client, title: "client"))
  }

  mutating func readPorts(_ facts: borrowing FactBase) throws {
    var ports: [String: Int] = [:]
    for row in try facts.rows(PictureQueries.servers) {
      guard let id = row["id"]?.integer else { continue }
      let server = try server(id, row, facts)
      let address = row["address"]?.text ?? "unknown port"
      if ports[address] == nil {
        ports[address] = add(.port, row, title: address, details: ["exposed"], facts)
        picture.connect(client, ports[address, default: client])
      }
      picture.connect(ports[address, default: client], server, span: facts.span(row["listen_span"]))
    }
  }

  mutating func readLocations(_ facts: borrowing FactBase) throws {
    for row in try facts.rows(PictureQueries.locations) {
      guard let id = row["id"]?.integer, let server = row["server_id"]?.integer,
        let from = servers[server]
      else { continue }
      let isNamed = row["modifier"]?.text == "@"
      let box = add(
        isNamed ? .namedLocation : .location, row, title: row["title"]?.text ?? "",
        details: ["handler"], facts)
      locations[id] = box
      if !isNamed { picture.connect(from, box) }
    }
    for row in try facts.rows(PictureQueries.jumps) {
      guard let from = row["from_id"]?.integer.flatMap({ locations[$0] }),
        let to = row["to_id"]?.integer.flatMap({ locations[$0] })
      else { continue }
      picture.connect(from, to, span: facts.span(row["span"]))
    }
  }

  mutating func readUwsgi(_ facts: borrowing FactBase) throws {
    for row in try facts.rows(PictureQueries.instances) {
      guard let process = row["process_id"]?.integer else { continue }
      processes[process] = add(
        .uwsgi, row, title: "uWSGI", details: ["workers", "account"], facts)
    }
    for row in try facts.rows(PictureQueries.endpoints) {
      guard let id = row["id"]?.integer, let process = row["process_id"]?.integer,
        let to = processes[process]
      else { continue }
      let box = add(
        .socket, row, title: row["address"]?.text ?? "unknown address",
        details: ["protocol", "owner"], facts)
      sockets[id] = box
      picture.connect(box, to)
    }
    for row in try facts.rows(PictureQueries.applications) {
      guard let process = row["process_id"]?.integer, let from = processes[process] else {
        continue
      }
      let box = add(.application, row, title: row["title"]?.text ?? "", details: ["file"], facts)
      picture.boxes[box].isMissing = row["is_missing"]?.integer == 1
      picture.connect(from, box)
    }
  }

  mutating func readConnections(_ facts: borrowing FactBase) throws {
    var others: [String: Int] = [:]
    for row in try facts.rows(PictureQueries.connections) {
      let from =
        row["location_id"]?.integer.flatMap { locations[$0] }
        ?? row["server_id"]?.integer.flatMap { servers[$0] }
      guard let from else { continue }
      let span = facts.span(row["span"])
      if let endpoint = row["endpoint_id"]?.integer, let to = sockets[endpoint] {
        picture.connect(from, to, span: span)
        continue
      }
      let address = row["address"]?.text ?? "an address that a variable decides"
      if others[address] == nil {
        others[address] = add(.socket, row, title: address, details: ["note"], facts)
        picture.boxes[others[address, default: 0]].isMissing = row["is_missing"]?.integer == 1
        picture.boxes[others[address, default: 0]].spans = []
      }
      picture.connect(from, others[address, default: client], span: span)
    }
  }

  mutating func readPrograms(_ facts: borrowing FactBase) throws {
    for row in try facts.rows(PictureQueries.programs) {
      _ = add(
        .program, row, title: row["name"]?.text ?? "", details: ["command", "account"], facts)
    }
    for row in try facts.rows(PictureQueries.commands) {
      guard let box = row["process_id"]?.integer.flatMap({ processes[$0] }) else { continue }
      picture.boxes[box].spans += ["span", "other_span"].compactMap { facts.span(row[$0]) }
    }
    picture.supervisor = try facts.rows(PictureQueries.supervisor).first?["title"]?.text
  }

  /// Without nginx, clients come to uWSGI itself.
  mutating func joinLooseEnds() {
    guard servers.isEmpty else { return }
    for socket in sockets.values.sorted() {
      picture.connect(client, socket)
    }
  }

  private mutating func server(
    _ id: Int64, _ row: Row, _ facts: borrowing FactBase
  ) throws -> Int {
    if let box = servers[id] { return box }
    let box = add(.server, row, title: row["title"]?.text ?? "nginx", details: ["account"], facts)
    servers[id] = box
    if let process = row["process_id"]?.integer, processes[process] == nil {
      processes[process] = box
    }
    return box
  }

  private mutating func add(
    _ stage: Picture.Stage, _ row: Row, title: String, details: [String],
    _ facts: borrowing FactBase
  ) -> Int {
    let texts = details.compactMap { row[$0]?.text }.filter { !$0.isEmpty }
    return picture.add(
      Picture.Box(
        stage: stage, title: PictureText.short(title), details: texts.map(PictureText.short),
        spans: ["span", "other_span"].compactMap { facts.span(row[$0]) }))
  }
}
