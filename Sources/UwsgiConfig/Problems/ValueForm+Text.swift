extension ValueForm {
  /// What uWSGI says of a value that has another form.
  func message(option: String, value: String) -> String {
    switch self {
    case .route: "invalid route syntax"
    case .routeCondition: "invalid route condition syntax"
    case .knownRouteCondition(let name): "unable to find \"\(name)\" route condition"
    case .knownRouter: "unable to register route \"\(value)\""
    case .dictionary: "invalid dictionary syntax for \(option)"
    case .customPattern: "invalid custom regexp syntax: must be <custom> <regexp>"
    case .cgiHelper: "invalid CGI helper syntax, must be ext=command"
    case .codeString: "invalid code_string option"
    case .cron: "invalid cron syntax"
    case .cronOfLegion: "invalid \(option) syntax, must be prefixed with a legion name"
    case .legion: "invalid legion syntax, must be <legion> <addr> <valor> <algo:secret>"
    case .legionNode: "invalid legion-node syntax, must be <legion> <addr>"
    case .legionAction: "[uwsgi-legion] invalid \(option) syntax, must be <legion> <action>"
    case .legionQuorum: "invalid legion-quorum syntax, must be <legion> <quorum>"
    case .legionScroll: "invalid legion-scroll syntax, must be <legion> <scroll>"
    case .knownLegion(let name):
      Self.isAction(option) ? "[uwsgi-legion] unknown legion: \(name)" : "unknown legion: \(name)"
    case .smartDaemon: "invalid smart-attach-daemon syntax: \(value)"
    case .daemonCommand: "--attach-daemon2: you need to specify a 'command' key"
    case .certificates:
      "invalid \(option) syntax, must be sni_key<space>crt,key[,ciphers,client_ca]"
    case .secureSocket:
      "invalid \(Self.familyOfSecureSocket(option)) syntax must be socket,crt,key"
    case .secureRouter(let name): "--\(name) option needs addr, cert and key items"
    case .signCheck: "invalid syntax for '\(option)', must be: <digest>:<directory>"
    case .signal: "invalid syntax for signal, must be addr,signal"
    case .fileMode: "invalid chmod value: \(value)"
    case .descriptor: "invalid file descriptor: \(value)"
    case .capabilities: "[security] empty capabilities mask !!!"
    case .namespace(let name): "unknown namespace subsystem: \(name)"
    case .map: "invalid document root in static map, syntax mountpoint=docroot"
    }
  }

  private static func isAction(_ option: String) -> Bool {
    !["legion-node", "legion-quorum", "legion-scroll"].contains(option)
  }

  /// The sockets of workers are all called by the name of one.
  private static func familyOfSecureSocket(_ option: String) -> String {
    option.hasSuffix("-socket") ? "https-socket" : option
  }
}
