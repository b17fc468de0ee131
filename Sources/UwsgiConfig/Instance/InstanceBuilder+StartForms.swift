import SourceText

/// Values that uWSGI takes while it reads them, and refuses once it starts.
extension InstanceBuilder {
  mutating func checkStartForms() {
    refuseValues(of: ["stats-push"]) { value, builder in
      let name = String(value.prefix { $0 != ":" })
      let isMissing = builder.isMissing(name, of: Self.pluginsOfPushers)
      return isMissing ? "unable to find \"\(name)\" stats_pusher" : nil
    }
    refuseValues(of: ["alarm"]) { value, builder in builder.faultOfAlarm(value) }
    refuseValues(of: ["metric"]) { value, _ in Self.faultOfMetric(value) }
    refuseValues(of: ["cache2"]) { value, _ in Self.faultOfCache(value) }
    refuseValues(of: ["farm"]) { value, _ in
      let isForm = value.contains(":")
      return isForm ? nil : "invalid farm value (\(value)) must be in the form name:mule[,muleN]."
    }
    refuseValues(of: Self.hooks) { value, _ in
      value.contains(":") ? nil : "invalid hook syntax, must be hook:args"
    }
  }

  /// The hooks that run before uWSGI serves anything.
  private static let hooks = [
    "hook-asap", "hook-pre-jail", "hook-post-jail", "hook-in-jail", "hook-as-root", "hook-as-user",
    "hook-pre-app", "hook-post-app",
  ]

  private mutating func refuseValues(
    of names: [String], fault: (String, InstanceBuilder) -> String?
  ) {
    for name in names {
      for option in options.all(name) where option.condition == nil {
        guard let value = (option.value ?? UwsgiText()).string, let fault = fault(value, self)
        else { continue }
        report(.refusedAtStart(fault), at: option.valueSpan, .refuses)
      }
    }
  }

  /// `name plugin:arguments` (`core/alarm.c`).
  private func faultOfAlarm(_ value: String) -> String? {
    guard let blank = value.firstIndex(of: " ") else { return "invalid alarm syntax: \(value)" }
    let rest = value[value.index(after: blank)...]
    guard let colon = rest.firstIndex(of: ":") else { return "invalid alarm syntax: \(value)" }
    let name = String(rest[..<colon])
    if ["cmd", "signal", "mule", "log"].contains(name) { return nil }
    return isMissing(name, of: Self.pluginsOfAlarms) ? "invalid alarm: \(value)" : nil
  }

  /// A name alone, or keys and values (`core/metrics.c`).
  private static func faultOfMetric(_ value: String) -> String? {
    var name = value
    if value.contains("=") {
      guard let given = keys(of: value)["name"] else {
        return "you need to specify a metric name: \(value)"
      }
      name = given
    }
    let isValid = name.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122: true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    return isValid ? nil : "invalid metric name: \(name)"
  }

  /// Keys and values, with a name and how many items there are (`core/cache.c`).
  private static func faultOfCache(_ value: String) -> String? {
    let keys = keys(of: value)
    if keys["name"] == nil { return "you have to specify a cache name" }
    let numbers = ["max_items", "maxitems", "items"].compactMap { keys[$0] }
    // What follows the digits is passed over.
    let hasItems = numbers.contains { number in
      number.hasPrefix("-") || number.prefix { $0.isNumber }.contains { $0 != "0" }
    }
    return hasItems ? nil : "you have to specify the maximum number of cache items"
  }

  private static func keys(of value: String) -> [String: String] {
    var keys: [String: String] = [:]
    for part in value.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      keys[String(sides[0])] = sides.count > 1 ? String(sides[1]) : ""
    }
    return keys
  }

  private static let pluginsOfPushers = [
    "statsd": "stats_pusher_statsd", "file": "stats_pusher_file", "socket": "stats_pusher_socket",
    "mongodb": "stats_pusher_mongodb", "carbon": "carbon", "zabbix": "zabbix",
  ]

  private static let pluginsOfAlarms = [
    "curl": "alarm_curl", "xmpp": "alarm_xmpp", "speech": "alarm_speech",
  ]
}
