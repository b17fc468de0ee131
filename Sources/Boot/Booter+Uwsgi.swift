internal import Image
internal import Machine
internal import SourceText
internal import UwsgiConfig

extension Booter {
  mutating func runUwsgi(_ start: Start, _ executable: Executable) -> Int? {
    var machine = UwsgiMachine(
      cores: container.machine.cores, hostName: container.machine.hostName,
      userID: start.user.id, groupID: start.user.groupID,
      build: UwsgiBuild.ofProgram(at: executable.path))
    machine.executablePath = executable.presence == .present ? executable.path : nil
    let configuration = UwsgiConfiguration(
      start.invocation, machine: machine, tree: container.files, accounts: container.accounts,
      files: &sources)
    let id = add(start, executable, as: .uwsgi)
    boot.processes[id].configuration = .uwsgi(configuration)
    boot.processes[id].stays = stays(configuration)
    runVassals(of: configuration, id, start)
    return id
  }

  /// In the background it leaves its shell to the next command.
  private func stays(_ configuration: UwsgiConfiguration) -> Bool? {
    if let file = configuration.instance.daemonize { return file.value == nil ? nil : false }
    return configuration.isComplete && !configuration.isRefused ? true : nil
  }

  /// Starts the instances of an Emperor; where there may be more, it may listen anywhere.
  private mutating func runVassals(
    of configuration: UwsgiConfiguration, _ emperor: Int, _ start: Start
  ) {
    let vassals = configuration.instance.vassals
    if !vassals.isComplete { boot.processes[emperor].mayListen = true }
    guard !configuration.isRefused else { return }
    for vassal in vassals.all {
      var child = start
      child.invocation = vassal.invocation
      child.user = user(of: vassal)
      child.parent = emperor
      child.span = vassal.span
      child.depth += 1
      run(child)
    }
  }

  private func user(of vassal: UwsgiVassal) -> ProcessUser {
    if vassal.isOwnedByFile == true {
      guard case .present(let node)? = container.image?.node(at: vassal.file) else {
        return .unknown
      }
      return ProcessUser(name: nil, id: node.owner, groupID: node.group)
    }
    return ProcessUser(
      name: vassal.starter?.userName, id: vassal.starter?.userID,
      groupID: vassal.starter?.groupID)
  }
}
