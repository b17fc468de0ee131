/// A form that uWSGI wants of a value while it reads the option; it leaves where a value has another.
package enum ValueForm: Hashable, Sendable {
  /// `pattern router:arguments`.
  case route
  case routeCondition
  case knownRouteCondition(String)

  /// A route whose router some loaded plugin brings.
  case knownRouter

  /// `key=value`, or `pattern value`.
  case dictionary
  case customPattern
  case cgiHelper
  case codeString
  case cron
  case cronOfLegion
  case legion
  case legionNode
  case legionAction
  case legionQuorum
  case legionScroll
  case knownLegion(String)
  case smartDaemon
  case daemonCommand
  case certificates
  case secureSocket
  case secureRouter(String)
  case signCheck
  case signal
  case fileMode
  case descriptor
  case map
  case capabilities
  case namespace(String)
}

/// What decides whether a value has its form.
enum ValueTest: Sendable {
  /// Such a byte is in it.
  case contains(Unicode.Scalar)

  /// The second comes somewhere after the first.
  case containsInOrder(Unicode.Scalar, Unicode.Scalar)

  /// Behind so many blanks there is such a byte.
  case containsBehind(Int, Unicode.Scalar)

  /// So many parts that are not empty, between bytes of this kind.
  case parts(Int, by: Unicode.Scalar)

  /// `key=value,key=value` with these keys among them.
  case keys([String])

  /// Five numbers as `scanf` reads them.
  case fiveNumbers

  /// The same after a first word.
  case fiveNumbersAfterWord
  case threeOctalDigits
  case notNegative

  /// Some part between commas is a capability that uWSGI knows by its name, or any number.
  case anyCapability

  func holds(for value: UwsgiText) -> Bool {
    switch self {
    case .contains(let scalar):
      return value.units.contains(UInt16(ascii: scalar))
    case .containsInOrder(let first, let second):
      let tail = value.split(atFirst: UInt16(ascii: first))?.tail
      return tail?.units.contains(UInt16(ascii: second)) == true
    case .containsBehind(let count, let scalar):
      var rest: UwsgiText? = value
      for _ in 0..<count { rest = rest?.split(atFirst: UInt16(ascii: " "))?.tail }
      return rest?.units.contains(UInt16(ascii: scalar)) == true
    case .parts(let count, let scalar):
      return value.units.split(separator: UInt16(ascii: scalar)).count >= count
    case .keys(let keys):
      let given = value.units.split(separator: UInt16(ascii: ",")).compactMap { part in
        UwsgiText(units: part).split(atFirst: UInt16(ascii: "="))?.head.description
      }
      return keys.allSatisfy(given.contains)
    case .fiveNumbers:
      return Self.hasNumbers(5, value.units[...])
    case .fiveNumbersAfterWord:
      let tail = value.split(atFirst: UInt16(ascii: " "))?.tail
      return tail.map { Self.hasNumbers(5, $0.units[...]) } ?? false
    case .threeOctalDigits:
      return value.units.count == 3 && value.units.allSatisfy { (48...55).contains($0) }
    case .notNegative:
      let number = NumberRange(value, unknowns: []).lower
      return Int32(truncatingIfNeeded: number) >= 0
    case .anyCapability:
      return value.units.split(separator: UInt16(ascii: ",")).contains { part in
        part.allSatisfy(UwsgiText.isDigit)
          || Self.capabilities.contains(UwsgiText(units: part).description)
      }
    }
  }

  /// Those of Linux 3.5: the names of later ones are unknown (`uwsgi_build_cap`, `core/utils.c`).
  private static let capabilities: Set<String> = [
    "audit_control", "audit_write", "chown", "dac_override", "dac_read_search", "fowner", "fsetid",
    "ipc_lock", "ipc_owner", "kill", "lease", "linux_immutable", "mac_admin", "mac_override",
    "mknod", "net_admin", "net_bind_service", "net_broadcast", "net_raw", "setfcap", "setgid",
    "setpcap", "setuid", "sys_admin", "sys_boot", "sys_chroot", "sys_module", "sys_nice",
    "sys_pacct", "sys_ptrace", "sys_rawio", "sys_resource", "sys_time", "sys_tty_config", "syslog",
    "wake_alarm",
  ]

  private static func hasNumbers(_ count: Int, _ units: ArraySlice<UwsgiText.Unit>) -> Bool {
    var rest = units
    for _ in 0..<count {
      rest = rest.drop { UwsgiText.isWhiteSpace($0) }
      if rest.first == UInt16(ascii: "-") || rest.first == UInt16(ascii: "+") {
        rest = rest.dropFirst()
      }
      let digits = rest.prefix { UwsgiText.isDigit($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
    }
    return true
  }
}

extension ValueForm {
  /// What is wanted of the values of an option, in the order in which uWSGI looks at it.
  static func rules(for option: String) -> [(test: ValueTest, form: ValueForm)] {
    if let rules = rules[option] { return rules }
    return isRoute(option) ? routeRules(for: option) : []
  }

  /// Whether an option adds a route; a label is just a name.
  static func isRoute(_ option: String) -> Bool {
    let families = ["route", "final-route", "error-route", "response-route"]
    return families.contains { option == $0 || option.hasPrefix($0 + "-") }
      && !option.hasSuffix("label")
  }

  private static func routeRules(for option: String) -> [(test: ValueTest, form: ValueForm)] {
    option.hasSuffix("-run") ? [] : [(.contains(" "), .route)]
  }

  private static let rules: [String: [(test: ValueTest, form: ValueForm)]] = {
    var rules: [String: [(test: ValueTest, form: ValueForm)]] = [:]
    for (names, test, form) in table {
      for name in names.split(separator: " ") {
        rules[String(name), default: []].append((test, form))
      }
    }
    return rules
  }()

  /// Found by giving every option of uWSGI 2.0.21 values of many forms (`testdata/uwsgi/values.tsv`).
  private static let table: [(names: String, test: ValueTest, form: ValueForm)] = [
    ("static-map static-map2", .contains("="), .map),
    ("static-expires-type static-expires-type-mtime", .contains("="), .dictionary),
    (
      """
      static-expires static-expires-mtime static-expires-uri static-expires-uri-mtime \
      static-expires-path-info static-expires-path-info-mtime
      """, .contains(" "), .dictionary
    ),
    ("log-route log-req-route", .contains(" "), .customPattern),
    ("cgi-helper cgi-map-helper", .contains("="), .cgiHelper),
    (
      """
      fastrouter-use-code-string http-use-code-string rawrouter-use-code-string \
      sslrouter-use-code-string
      """, .parts(3, by: ":"), .codeString
    ),
    ("cron unique-cron", .fiveNumbers, .cron),
    (
      "legion-cron cron-legion unique-legion-cron unique-cron-legion", .contains(" "), .cronOfLegion
    ),
    (
      "legion-cron cron-legion unique-legion-cron unique-cron-legion", .fiveNumbersAfterWord, .cron
    ),
    ("legion legion-mcast", .containsBehind(3, ":"), .legion),
    ("legion-node", .contains(" "), .legionNode),
    (
      """
      legion-lord legion-unlord legion-setup legion-death legion-join legion-node-joined \
      legion-node-left
      """, .contains(" "), .legionAction
    ),
    ("legion-quorum", .contains(" "), .legionQuorum),
    ("legion-scroll", .contains(" "), .legionScroll),
    (
      """
      smart-attach-daemon smart-attach-daemon2 legion-smart-attach-daemon \
      legion-smart-attach-daemon2
      """, .contains(" "), .smartDaemon
    ),
    ("attach-daemon2", .keys(["command"]), .daemonCommand),
    ("sni sni-regexp", .containsInOrder(" ", ","), .certificates),
    ("https-socket suwsgi-socket ssl-socket https sslrouter", .parts(3, by: ","), .secureSocket),
    ("https2", .keys(["addr", "cert", "key"]), .secureRouter("https2")),
    ("sslrouter2", .keys(["addr", "cert", "key"]), .secureRouter("sslrouter")),
    ("subscriptions-sign-check", .contains(":"), .signCheck),
    ("signal", .contains(","), .signal),
    ("logfile-chmod", .threeOctalDigits, .fileMode),
    ("safe-fd fd-safe", .notNegative, .descriptor),
    ("cap emperor-cap vassal-cap vassals-cap", .anyCapability, .capabilities),
  ]
}
