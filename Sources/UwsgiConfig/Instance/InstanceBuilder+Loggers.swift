import SourceText

extension InstanceBuilder {
  /// Finds loggers that no plugin brings: uWSGI leaves before it says anything else.
  mutating func checkLoggers() {
    for option in options.all("logger", "req-logger", "logger-req", "log-syslog", "log-socket") {
      guard option.condition == nil, let value = (option.value ?? UwsgiText()).string else {
        continue
      }
      let name = Self.fixedLoggers[option.name] ?? loggerName(value)
      guard let plugin = Self.pluginsOfLoggers[name] else { continue }
      if case .absent = plugins.presence(of: plugin) {
        report(.missingLogger(name: name, plugin: plugin), at: option.valueSpan, .refuses)
      }
    }
  }

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
    "file": "logfile", "fd": "logfile", "stdio": "logfile", "socket": "logsocket",
    "syslog": "syslog", "rsyslog": "rsyslog", "pipe": "logpipe", "zmq": "logzmq",
    "zeromq": "logzmq", "crypto": "logcrypto", "redislog": "redislog",
    "mongodblog": "mongodblog", "systemd": "systemd_logger", "graylog2": "graylog2",
  ]
}
