import Machine
import SourceText

extension InstanceBuilder {
  mutating func sockets(
    _ folder: UwsgiFolder, starter: UwsgiIdentity, workers: UwsgiIdentity?,
    owner: UwsgiIdentity?
  ) -> [UwsgiSocket] {
    let owners = SocketOwners(
      starter: starter, workers: workers, dropsLate: dropsLate,
      masterStays: options.flag("master-as-root"), given: owner, mode: socketMode())
    var sockets: [UwsgiSocket] = []
    var shared: [UwsgiSocket] = []
    for option in options.options {
      guard let kind = SocketOption(option.name) else { continue }
      let socket = socket(option, kind, shared, sockets, folder, owners)
      if kind.role == .shared { shared.append(socket) }
      sockets.append(socket)
    }
    sockets = withOnlyLastStats(sockets)
    checkProtocol()
    checkPresence(sockets)
    return sockets
  }

  /// `stats` is one value: the last one counts.
  private func withOnlyLastStats(_ sockets: [UwsgiSocket]) -> [UwsgiSocket] {
    let last = sockets.last { $0.role == .stats }
    return sockets.filter { $0.role != .stats || $0.span == last?.span }
  }

  private mutating func socket(
    _ option: AppliedOption, _ kind: SocketOption, _ shared: [UwsgiSocket],
    _ earlier: [UwsgiSocket], _ folder: UwsgiFolder, _ owners: SocketOwners
  ) -> UwsgiSocket {
    let written = (option.value ?? UwsgiText()).description
    let name = name(option, kind)
    let base = kind.role == .shared ? folder.start : folder.working
    var address: UwsgiSocket.Address?
    var referred: UwsgiSocket?
    switch name {
    case .unix(let path): address = absolute(path, in: base).map { .unix(path: $0) }
    case .abstract(let name): address = .abstract(name: name)
    case .tcp(let host, let port): address = .tcp(host: host, port: port)
    case .unresolvable(let port):
      address = .tcp(host: "255.255.255.255", port: port)
      report(.unresolvableAddress(written), at: option.valueSpan, .ignores)
    case .descriptor(let number): address = .descriptor(number)
    case .shared(let number):
      referred = shared.indices.contains(number) ? shared[number] : nil
      address = referred?.address
    case .pattern, .empty, nil: break
    }
    let twin = earlier.first { $0.role == kind.role && $0.written == written }
    checkPath(address, option, isReference: referred != nil)
    return UwsgiSocket(
      role: kind.role,
      protocolName: kind.protocolName ?? (kind.role == .worker ? plainProtocol : nil),
      address: address,
      written: written,
      option: option.name,
      span: option.valueSpan,
      binder: referred?.binder ?? owners.binder(of: kind.role),
      file: referred?.file ?? owners.file(of: address, role: kind.role),
      shadowedBy: twin?.span
    )
  }

  func name(_ option: AppliedOption, _ kind: SocketOption) -> SocketName? {
    guard option.condition == nil, var text = (option.value ?? UwsgiText()).string else {
      return nil
    }
    let isSecure = ["https-socket", "suwsgi-socket", "ssl-socket", "https", "https2"]
      .contains(option.name)
    if isSecure, let comma = text.firstIndex(of: ",") {
      text = String(text[..<comma])
    }
    let isAbstract = options.flag("abstract-socket")
    guard let isAbstract else { return nil }
    return SocketName(text, isAbstract: isAbstract)
  }

  /// The protocol of a plain `socket`; nil where it is not known.
  private var plainProtocol: String? {
    guard let setting = options.text("protocol", "socket-protocol") else { return "uwsgi" }
    return setting.value
  }

  private mutating func checkProtocol() {
    guard let setting = options.text("protocol", "socket-protocol"), let name = setting.value,
      !SocketOption.protocols.contains(name), options.last("socket") != nil
    else { return }
    report(.unknownProtocol(name), at: setting.span, .refuses)
  }

  private mutating func checkPath(
    _ address: UwsgiSocket.Address?, _ option: AppliedOption, isReference: Bool
  ) {
    guard case .unix(let path) = address, !isReference else { return }
    if (option.value ?? UwsgiText()).units.count > 102 {
      report(.tooLongSocketName, at: option.valueSpan, .refuses)
    }
    if isAbsent(FilePath.folder(of: path)), !runsCommandsFirst {
      report(.missingSocketFolder(path: path), at: option.valueSpan, .refuses)
    } else if case .folder = tree.lookup(path) {
      report(.socketPathIsFolder(path: path), at: option.valueSpan, .refuses)
    }
  }

  /// Whether commands run before sockets are bound: they may make a folder that the image lacks.
  private var runsCommandsFirst: Bool {
    let moments =
      ["asap", "pre-jail", "in-jail", "post-jail"] + (dropsLate == true ? [] : ["as-root"])
    let names = Set(moments.flatMap { ["exec-\($0)", "hook-\($0)"] })
    return options.options.contains { names.contains($0.name) }
  }

  /// uWSGI leaves where nothing listens and nothing else is to be done.
  private mutating func checkPresence(_ sockets: [UwsgiSocket]) {
    let listens = sockets.contains { $0.role == .worker || $0.role == .router }
    guard !listens, isComplete, plugins.maybe.isEmpty, !plugins.mayHaveMore else { return }
    let otherWork = options.options.contains { option in
      Self.workWithoutSocket.contains(option.name)
        || Self.workWithoutSocketPrefixes.contains { option.name.hasPrefix($0) }
    }
    guard !otherWork, !problems.contains(where: { $0.consequence == .refuses }) else { return }
    report(.noSocket, at: commandSpan, .refuses)
  }

  private static let workWithoutSocket: Set<String> = [
    "emperor", "no-server", "udp", "command-mode", "spooler", "zerg", "emperor-proxy-socket",
    "attach-daemon", "attach-daemon2", "attach-control-daemon", "cron", "cron2", "unique-cron",
    "forkptyrouter", "forkptyurouter", "mongrel2", "zeromq", "zmq", "snmp", "multicast",
  ]

  private static let workWithoutSocketPrefixes = ["legion", "smart-attach", "emperor", "unique-"]

  private func socketMode() -> SocketMode {
    var mode = SocketMode(umask: machine.umask)
    for option in options.options {
      switch option.name {
      case "chmod-socket", "chmod": mode.add(option)
      case "umask": mode.set(umask: option)
      case "daemonize" where options.last("umask") == nil: mode.forgetUmask()
      default: break
      }
    }
    return mode
  }
}
