import SourceText

extension Loading {
  mutating func readFastCGIProgram(_ section: IniSection) -> ProcessGroup {
    let name = checkedName(section)
    let context = ValueContext(section: section, names: hereOnly)
    let priority = value("priority", in: context, default: 999, Conversion.integer)
    let socket = readSocket(context, program: name)
    return ProcessGroup(
      name: name, kind: .fastCGI(socket), priority: priority,
      processes: readProcesses(section, kind: .fastCGI, group: name),
      span: section.header ?? mainSpan
    )
  }

  private mutating func readSocket(_ context: ValueContext, program: String) -> FastCGISocket? {
    let section = context.section
    let user = user("user", in: context)
    let backlog = backlog(context)
    let owner = owner("socket_owner", in: context) { .badSocketOwner($0) }
    let mode = mode("socket_mode", in: context) { .badSocketMode($0) }
    var names = context
    names.names.set("program_name", .text(program))
    guard let socket = optional("socket", in: names, Conversion.text), socket.value != "" else {
      record(.badSection(.noSocket(section: section.name), span: section.header ?? mainSpan))
      return nil
    }
    guard let text = socket.value, let span = socket.span else { return nil }
    do {
      let hasUnixOptions = owner != nil || mode != nil
      let address = try FastCGIAddress.parse(text, hasUnixOptions: hasUnixOptions)
      return FastCGISocket(
        address: normalized(address), span: span, backlog: backlog,
        owner: owner.map { $0.value ?? SocketOwner(userID: nil, groupID: nil) }
          ?? defaultOwner(of: user, for: address),
        mode: mode ?? defaultMode(for: address)
      )
    } catch {
      record(.badSection(.badSocket(error.reason, section: section.name), span: span))
      return nil
    }
  }

  private func normalized(_ address: FastCGISocket.Address) -> FastCGISocket.Address {
    guard case .unix(let path) = address else { return address }
    return .unix(path: Paths.normalized(path))
  }

  private func defaultMode(for address: FastCGISocket.Address) -> Setting<Int>? {
    if case .unix = address { Setting(0o700) } else { nil }
  }

  /// The program's user gets a unix socket, where it is not the user of supervisord.
  private func defaultOwner(
    of user: Setting<UserReference>?, for address: FastCGISocket.Address
  ) -> SocketOwner? {
    guard case .unix = address, let user else { return nil }
    if let id = user.value?.id, let own = surroundings.userID, id == own { return nil }
    return SocketOwner(userID: user.value?.id, groupID: user.value?.groupID)
  }

  private mutating func backlog(_ context: ValueContext) -> Setting<Int>? {
    let backlog = optional("socket_backlog", in: context, Conversion.integer)
    if let number = backlog?.value, !(1...65535).contains(number) {
      record(.badSection(.badBacklog(number), span: backlog?.span ?? mainSpan))
    }
    return backlog
  }

  /// An owner of a socket; the section's own sentence replaces the reason.
  mutating func owner(
    _ key: String, in context: ValueContext, _ problem: (String) -> BadSection
  ) -> Setting<SocketOwner>? {
    guard let setting = optional(key, in: context, Conversion.text) else { return nil }
    guard let text = setting.value, let span = setting.span else { return setting.map { _ in nil } }
    do {
      let owner = try surroundings.owner(text)
      if owner?.userID == nil || owner?.groupID == nil { markIncomplete() }
      return Setting(owner, source: setting.source)
    } catch {
      record(.badSection(problem(text), span: span))
      return Setting(nil, source: setting.source)
    }
  }

  /// Permissions of a socket; the section's own sentence replaces the reason.
  mutating func mode(
    _ key: String, in context: ValueContext, _ problem: (String) -> BadSection
  ) -> Setting<Int>? {
    guard let setting = optional(key, in: context, Conversion.text) else { return nil }
    guard let text = setting.value, let span = setting.span else { return setting.map { _ in nil } }
    let mode = Int(python: text, radix: 8)
    if mode == nil { record(.badSection(problem(text), span: span)) }
    return Setting(mode, source: setting.source)
  }
}

/// Reads the `socket` of an `[fcgi-program:x]` as `parse_fcgi_socket` does.
enum FastCGIAddress {
  struct Fault: Error {
    /// The text of Python's exception: some are tuples.
    let reason: String
  }

  static func parse(
    _ text: String, hasUnixOptions: Bool
  ) throws(Fault) -> FastCGISocket.Address {
    if text.hasScalarPrefix("unix://") {
      let path = String(text.unicodeScalars.dropFirst(7))
      guard path.hasPrefix("/") else {
        let shown = path.pythonRepr
        throw Fault(reason: "('Unix socket path %s is not an absolute path', \(shown))")
      }
      return .unix(path: path)
    }
    if hasUnixOptions {
      throw Fault(
        reason: "socket_owner and socket_mode params should only be used with a Unix domain socket"
      )
    }
    guard let (host, port) = tcp(text) else {
      throw Fault(reason: "('Bad socket format %s', \(text.pythonRepr))")
    }
    if port < 1 { throw Fault(reason: BadValue.portTooLow(port).message) }
    if port > 65535 { throw Fault(reason: BadValue.portTooHigh(port).message) }
    return .tcp(host: host.lowercased(), port: port)
  }

  private static func tcp(_ text: String) -> (host: String, port: Int)? {
    guard text.hasScalarPrefix("tcp://") else { return nil }
    let parts = text.dropFirst(6).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      !parts[0].unicodeScalars.contains(where: \.isPythonSpace),
      parts[1].unicodeScalars.allSatisfy({ $0.properties.generalCategory == .decimalNumber })
    else { return nil }
    return Int(python: String(parts[1])).map { (String(parts[0]), $0) }
  }
}
