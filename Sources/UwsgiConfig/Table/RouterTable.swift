/// The routers that a route may end in, and the plugins that bring them (`core/routing.c`, 2.0.21).
struct RouterTable: Sendable {
  static let standard = RouterTable()

  /// The conditions of `route-if` that are in the core, and `incache`, which is there with caches.
  let conditions: Set<String> = words(
    """
    exists isfile isdir islink isexec equal isequal eq == startswith endswith regexp re ishigher > \
    islower < ishigherequal >= islowerequal <= contains contain ipv4in ipv6in lord empty incache
    """)

  private let core: Set<String> = words(
    """
    continue last break return break-with-status log donotlog donotoffload logvar goto addvar \
    addheader delheader remheader clearheaders resetheaders disableheaders signal send send-crnl \
    chdir setapp setuser sethome setfile setscriptname setmethod seturi setremoteaddr setpathinfo \
    fixpathinfo setdocroot setscheme setprocname alarm setmodifier1 setmodifier2 + - * / flush \
    fixcl forcecl harakiri
    """)

  private let plugins: [String: Set<String>] = [
    "cgi": words("cgi cgihelper"),
    "gridfs": words("gridfs"),
    "ldap": words("ldapauth ldapauth-next"),
    "router_access": words("access"),
    "router_basicauth": words("basicauth basicauth-next"),
    "router_cache": words(
      "cache cache-continue cachevar cacheset cachestore cache-store cacheinc cachedec cachemul "
        + "cachediv"),
    "router_expires": words("expires"),
    "router_hash": words("hash"),
    "router_http": words("http httpdumb proxyhttp httpconnect proxyhttpconnect"),
    "router_memcached": words(
      "memcached memcached-continue memcachedstore memcached-store"),
    "router_metrics": words("metricinc metricdec metricmul metricdiv metricset"),
    "router_radius": words("radius radius-next"),
    "router_redirect": words("redirect redirect-302 redirect-permanent redirect-301"),
    "router_redis": words("redis redis-continue redisstore redis-store"),
    "router_rewrite": words("rewrite rewrite-last"),
    "router_spnego": words("spnego spnego-next"),
    "router_static": words(
      "static static-next file file-next sendfile sendfile-next fastfile fastfile-next"),
    "router_uwsgi": words("uwsgi proxyuwsgi"),
    "router_xmldir": words("xmldir"),
    "rpc": words("call rpc rpcret rpcblob rpcnext rpcraw rpcvar"),
    "ssi": words("ssi"),
    "symcall": words("symcall symcall-next"),
    "transformation_chunked": words("chunked"),
    "transformation_gzip": words("gzip"),
    "transformation_offload": words("offload"),
    "transformation_template": words("template"),
    "transformation_tofile": words("tofile to-file"),
    "transformation_toupper": words("toupper"),
    "xslt": words("xslt toxslt"),
  ]

  /// The plugins that bring neither routers nor options.
  private let quiet: Set<String> = words(
    """
    logfile logsocket logpipe syslog systemd_logger redislog graylog2 cache signal spooler \
    corerouter stats_pusher_file stats_pusher_socket stats_pusher_statsd clock_monotonic \
    clock_realtime cheaper_backlog2 echo msgpack xattr alarm_curl alarm_speech alarm_xmpp \
    emperor_amqp emperor_zeromq emperor_pg logcrypto
    """)

  /// Whether no plugin that is or may be loaded brings a router of this name.
  ///
  /// A plugin that is none of uWSGI's own may bring any router.
  func isMissing(_ name: String, from set: PluginSet, ownPlugins: Set<String>) -> Bool {
    guard !core.contains(name), !set.mayHaveMore, set.maybe.isEmpty else { return false }
    let isForeign = { (plugin: String) in
      !ownPlugins.contains(plugin) && plugins[plugin] == nil && !quiet.contains(plugin)
    }
    guard !set.loaded.contains(where: isForeign) else { return false }
    return !plugins.contains { $0.value.contains(name) && set.presence(of: $0.key) == .present }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
