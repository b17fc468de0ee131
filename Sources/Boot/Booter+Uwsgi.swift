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
    return id
  }
}
