import SourceText

extension InstanceBuilder {
  /// Finds loggers that no plugin brings: uWSGI leaves before it says anything else.
  mutating func checkLoggers() {
    for option in options.all("logger", "req-logger", "logger-req", "log-syslog", "log-socket") {
      guard option.condition == nil, let value = (option.value ?? UwsgiText()).string else {
        continue
      }
      let name = Self.fixedLoggers[option.name] ?? loggerName(value)
      if isMissing(name, of: Self.pluginsOfLoggers) {
        report(.missingLogger(name: name), at: option.valueSpan, .refuses)
      }
    }
  }

  /// Finds what is to change lines of the log, but is neither in the core nor in a plugin.
  mutating func checkLogEncoders() {
    for option in options.all("log-encoder", "log-req-encoder") {
      guard option.condition == nil, let value = (option.value ?? UwsgiText()).string else {
        continue
      }
      let name = String(value.prefix { $0 != " " && $0 != ":" })
      if !Self.encodersOfCore.contains(name), isMissing(name, of: ["msgpack": "msgpack"]) {
        report(.missingLogEncoder(name: name), at: option.valueSpan, .refuses)
      }
    }
  }

  private static let encodersOfCore: Set<String> = [
    "prefix", "suffix", "nl", "gzip", "compress", "format", "json",
  ]

  /// Whether no plugin brings a name; one that nobody knows may bring any.
  func isMissing(_ name: String, of plugins: [String: String]) -> Bool {
    if let plugin = plugins[name] { return self.plugins.presence(of: plugin) == .absent }
    return self.plugins.areAll(in: Self.knownPlugins)
  }

  /// The plugins of Debian, and what uWSGI's own build has: none brings more than is told here.
  private static let knownPlugins: Set<String> = Set(
    """
    0 cache carbon cgi cheaper_backlog2 cheaper_busyness clock_monotonic clock_realtime corerouter
    dummy echo emperor_amqp emperor_zeromq fastrouter forkptyrouter gevent greenlet http logcrypto
    logfile logpipe logsocket logzmq mongrel2 msgpack nagios notfound pam ping pty python rawrouter
    redislog router_basicauth router_cache router_expires router_hash router_http router_memcached
    router_metrics router_radius router_redirect router_redis router_rewrite router_static
    router_uwsgi router_xmldir rpc rrdtool rsyslog signal spooler ssi sslrouter stats_pusher_file
    stats_pusher_socket stats_pusher_statsd symcall syslog systemd_logger transformation_chunked
    transformation_gzip transformation_offload transformation_template transformation_tofile
    transformation_toupper tuntap ugreen webdav xattr zabbix zergpool
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// `id name:arguments`: letters and digits before a blank are the logger's own name.
  private func loggerName(_ value: String) -> String {
    var rest = value[...]
    if let blank = rest.firstIndex(of: " "),
      rest[..<blank].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      rest = rest[rest.index(after: blank)...]
    }
    return String(rest.prefix { $0 != ":" })
  }

  private static let fixedLoggers = ["log-syslog": "syslog", "log-socket": "socket"]

  /// The plugins that register loggers, none of which is in the core.
  private static let pluginsOfLoggers = [
    "python": "python", "file": "logfile", "fd": "logfile", "stdio": "logfile",
    "socket": "logsocket",
    "syslog": "syslog", "rsyslog": "rsyslog", "pipe": "logpipe", "zmq": "logzmq",
    "zeromq": "logzmq", "crypto": "logcrypto", "redislog": "redislog",
    "mongodblog": "mongodblog", "systemd": "systemd_logger", "graylog2": "graylog2",
  ]
}
