/// What uWSGI asks of the machine while it reads its configuration; nil is not known.
package struct UwsgiMachine: Sendable {
  /// The number of processors on line.
  package var cores: Int?
  package var hostName: String?

  /// The uid that uWSGI is started with.
  package var userID: Int?

  /// The gid that uWSGI is started with.
  package var groupID: Int?

  /// The time of the start, in microseconds since 1970.
  package var startMicroseconds: Int64?

  /// The text that `%V` gives, such as `2.0.21-debian`.
  package var version: String?

  /// The absolute path of the program, links resolved.
  package var executablePath: String?

  /// What the program would read from its standard input.
  package var standardInput: [UInt8]?

  /// The umask that uWSGI is started with.
  package var umask: Int? = 0o022

  package var build: UwsgiBuild

  package init(
    cores: Int? = nil, hostName: String? = nil, userID: Int? = nil, groupID: Int? = nil,
    build: UwsgiBuild = .unknown
  ) {
    self.cores = cores
    self.hostName = hostName
    self.userID = userID
    self.groupID = groupID
    self.build = build
  }
}

/// The libraries that uWSGI may be built with for JSON: jansson where its headers are found, else yajl.
package enum JSONLibrary: Sendable {
  /// Takes comments, and numbers as they are written.
  case yajl

  /// Takes 32-bit integers alone, and one member of each name.
  case jansson
}

/// How a uWSGI was built: what is in the program, and where it looks for the rest.
package struct UwsgiBuild: Hashable, Sendable {
  /// The folder where plugins are looked for last; `.` for upstream's own builds.
  package var pluginFolder: String?

  /// The plugins inside the program; nil where they are not known.
  package var embeddedPlugins: Set<String>?

  /// What reads JSON; nil where not known.
  package var jsonLibrary: JSONLibrary?

  /// Whether YAML is read by uWSGI's own line reader instead of libyaml.
  package var readsYAMLByLine: Bool

  package init(
    pluginFolder: String?, embeddedPlugins: Set<String>?, jsonLibrary: JSONLibrary? = nil,
    readsYAMLByLine: Bool = false
  ) {
    self.pluginFolder = pluginFolder
    self.embeddedPlugins = embeddedPlugins
    self.jsonLibrary = jsonLibrary
    self.readsYAMLByLine = readsYAMLByLine
  }

  package static let unknown = UwsgiBuild(pluginFolder: nil, embeddedPlugins: nil)

  /// Debian's and Ubuntu's package `uwsgi-core`.
  package static let debian = UwsgiBuild(
    pluginFolder: "/usr/lib/uwsgi/plugins", embeddedPlugins: [], jsonLibrary: .yajl)

  /// Alpine's package `uwsgi`.
  package static let alpine = UwsgiBuild(pluginFolder: "/usr/lib/uwsgi", embeddedPlugins: [])

  /// What `pip install uwsgi` builds (`buildconf/default.ini`, `buildconf/base.ini`).
  package static let pip = UwsgiBuild(
    pluginFolder: ".",
    embeddedPlugins: Set(
      """
      python gevent ping cache nagios rrdtool carbon rpc corerouter fastrouter http signal syslog \
      rsyslog logsocket router_uwsgi router_redirect router_basicauth zergpool redislog \
      mongodblog router_rewrite router_http logfile router_cache rawrouter router_static \
      sslrouter spooler cheaper_busyness symcall transformation_tofile transformation_gzip \
      transformation_chunked transformation_offload router_memcached router_redis router_hash \
      router_expires router_metrics transformation_template stats_pusher_socket
      """.split(separator: " ").map(String.init)),
    readsYAMLByLine: true
  )

  /// The build that a program of this path is likely to be; unknown where the path tells nothing.
  package static func ofProgram(at path: String) -> UwsgiBuild {
    if path.hasPrefix("/usr/bin/") { return .debian }
    if path.hasPrefix("/usr/sbin/") { return .alpine }
    if path.hasPrefix("/usr/local/bin/") || path.hasSuffix("/bin/uwsgi") { return .pip }
    return .unknown
  }
}
