/// The directives that decide what answers a request in a location.
enum NginxHandler {
  /// What each directive speaks that passes requests on.
  static let protocols = [
    "uwsgi_pass": "uwsgi", "proxy_pass": "http", "fastcgi_pass": "fastcgi", "scgi_pass": "scgi",
    "grpc_pass": "grpc",
  ]

  /// All handlers, those that pass nothing on among them.
  static let names: Set<String> = Set(protocols.keys).union([
    "return", "memcached_pass", "stub_status", "empty_gif", "content_by_lua_block",
    "content_by_lua_file", "js_content", "perl", "flv", "mp4", "api",
  ])
}
