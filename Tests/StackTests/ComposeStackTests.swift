import Boot
import Facts
import Image
import Machine
import SQLite
import SourceText
import Testing

/// A compose file is one stack: its containers are judged with each other in view.
@Suite struct ComposeStackTests {
  private static let files = [
    "web/Dockerfile": "FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/nginx.conf\n",
    "web/nginx.conf": """
    events {}
    http { server { location / { include uwsgi_params; uwsgi_pass app:3031; } } }
    """,
    "app/Dockerfile": """
    FROM python:3.12-slim
    RUN pip install uwsgi flask
    COPY main.py ./
    CMD ["uwsgi", "--socket", ":3031", "--module", "main"]
    """,
    "app/main.py": "from flask import Flask\napplication = Flask(__name__)\n",
  ]

  @Test func `containers that share a network meet by their names`() throws {
    let web = try container("web", "services: {web: {build: web}, app: {build: app}}")
    let rows = try web.rows(
      """
      SELECT connection.service, endpoint.address, endpoint.process_id
      FROM connection JOIN endpoint ON endpoint.id = connection.endpoint_id
      """)
    #expect(rows.map { $0["service"]?.text } == ["app"])
    #expect(rows.map { $0["address"]?.text } == ["app:3031"])
  }

  @Test(arguments: [
    ("app: {build: app, networks: [back]}", "app"),
    ("other: {build: app, container_name: app}", nil),
    ("other: {build: app, networks: {default: {aliases: [app]}}}", nil),
    ("other: {build: app}", "app"),
    ("other: {build: app, networks: {default: {aliases: [shop]}}}", "app"),
  ])
  func `a host is known by the name of a service, a container or an alias`(
    service: String, unknown: String?
  ) throws {
    let web = try container(
      "web", "services: {web: {build: web}, \(service)}\nnetworks: {back: }")
    let rows = try web.rows("SELECT host FROM connection WHERE is_known_host = 0")
    #expect(rows.map { $0["host"]?.text } == [unknown].compactMap(\.self))
  }

  @Test func `a container's name in its project may be anything before the service's`() throws {
    var files = Self.files
    files["web/nginx.conf"] = files["web/nginx.conf"]?.replacing("app:3031", with: "shop_app_1:80")
    let stack = try stack("web", "services: {web: {build: web}, app: {build: app}}", files)
    let facts = try FactBase.filled(from: stack)
    let rows = try facts.rows("SELECT is_known_host FROM connection")
    #expect(rows.compactMap { $0["is_known_host"] } == [Value.null])
  }

  @Test func `a socket on a shared volume has another path in each container`() throws {
    let compose = """
      services:
        web: {build: web, volumes: ["run:/run/app"]}
        app: {build: app, command: uwsgi --socket /sockets/a.sock, volumes: ["run:/sockets"]}
        db: {image: postgres, volumes: ["run:/elsewhere"]}
      volumes: {run: }
      """
    let web = try container("web", compose)
    let rows = try web.rows("SELECT path, is_reachable FROM endpoint WHERE family = 'unix'")
    #expect(rows.map { $0["path"]?.text } == ["/run/app/a.sock"])
    #expect(rows.map { $0["is_reachable"]?.integer } == [1])
  }

  @Test func `what a container mounts lies over what its image has`() throws {
    let compose = """
      services:
        web:
          build: web
          volumes: ["./web:/srv/web", "data:/etc/nginx/conf.d", "./gone.conf:/etc/gone.conf"]
          tmpfs: [/usr/share/nginx, /fresh]
      volumes: {data: }
      """
    let image = try #require(try stack("web", compose).container.image)
    #expect(image.node(at: "/srv/web/nginx.conf").presence == .present)
    #expect(image.node(at: "/usr/share/nginx/html").presence == .absent)
    #expect(image.node(at: "/fresh").node?.mode == 0o1777)
    for path in ["/srv/web/other", "/etc/nginx/conf.d/other", "/etc/gone.conf"] {
      #expect(image.node(at: path).presence == .unknown)
    }
  }

  @Test func `variables come from the file, from its env files and from .env`() throws {
    let compose = """
      services:
        app:
          image: "python:${TAG}"
          env_file: [a.env, b.env]
          environment: [ONE=file]
          command: sh
      """
    let files = [
      ".env": "# which\nexport TAG='3.12-slim'\n", "a.env": "ONE=a\nTWO=a # first\nTHREE=a\n",
      "b.env": "TWO=b\n",
    ]
    let values = try stack("app", compose, files).container.environment.values
    #expect(values["ONE"] == "file")
    #expect(values["TWO"] == "b")
    #expect(values["THREE"] == "a")
  }

  @Test func `a service takes over what another one says, of another file too`() throws {
    let base = """
      services:
        base: {build: ../app, environment: [A=1, B=1], volumes: ["./conf:/conf"]}
      """
    let compose = """
      services:
        app: {extends: {file: common/base.yml, service: base}, environment: [B=2]}
      """
    let files = ["common/base.yml": base, "common/conf/x.ini": "[uwsgi]\n"]
    let container = try stack("app", compose, files).container
    #expect(container.environment.values["A"] == "1")
    #expect(container.environment.values["B"] == "2")
    #expect(container.command?.first?.text == "uwsgi")
    #expect(container.image?.node(at: "/conf/x.ini").presence == .present)
  }

  @Test func `an override file changes the services`() throws {
    let compose = "services: {app: {build: app, command: sleep 1, ports: ['80:80']}}"
    let override = "services: {app: {command: uwsgi --http :80, ports: ['81:81']}}"
    let stack = try stack("app", compose, ["compose.override.yaml": override])
    #expect(stack.container.command?.map(\.text) == ["uwsgi", "--http", ":80"])
    #expect(stack.membership?.ports.map(\.port) == [80, 81])
  }

  @Test func `services that extend each other end`() throws {
    let compose = """
      services:
        app: {build: app, extends: {service: web}}
        web: {build: web, extends: {service: app}}
      """
    #expect(try load(compose, [:]).count == 2)
  }

  @Test func `files of one path in two containers are two files`() throws {
    let compose = "services: {web: {build: web}, other: {build: other}}"
    let files = [
      "other/Dockerfile": "FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/nginx.conf\n",
      "other/nginx.conf": "events {}\nhttp { server { listen 81; } }\n",
    ]
    let stacks = try load(compose, files)
    let ports = try stacks.map { stack in
      let facts = try FactBase.filled(from: stack)
      return try facts.rows("SELECT port FROM endpoint WHERE service IS NULL").map {
        $0["port"]?.integer
      }
    }
    #expect(ports == [[80], [81]])
    #expect(stacks.byProject.count == 1)
  }

  private func load(_ compose: String, _ more: [String: String]) throws -> [Stack] {
    var files = Self.files.merging(more) { $1 }
    files["compose.yaml"] = compose
    return try StackLoader.load(
      compose: "compose.yaml", in: ProjectFolder(files: files), StackRequest())
  }

  private func stack(
    _ service: String, _ compose: String, _ more: [String: String] = [:]
  ) throws -> Stack {
    try #require(try load(compose, more).first { $0.membership?.service == service })
  }

  private func container(_ service: String, _ compose: String) throws -> FactBase {
    try FactBase.filled(from: stack(service, compose))
  }
}
