/// A program of supervisord.
package struct LiveProgramFact: Fact {
  package static let table = Table<LiveProgramFact>(
    "live_program",
    "A program of the running supervisord.",
    columns: [
      .text("name", "The name of the program.") { $0.name },
      .text("program_group", "The name of its group.") { $0.programGroup },
      .text("state", "RUNNING, FATAL and the other states of supervisord.") { $0.state },
      .integer("pid", "The number of its process; NULL where none runs.") { $0.pid },
      .integer("exit_status", "The status that it ended with last; NULL where that is not known.") {
        $0.exitStatus
      },
      .text("source", "Who told it: XML-RPC or log.") { $0.source },
    ]
  )

  var name: String
  var programGroup: String
  var state: String
  var pid: Int?
  var exitStatus: Int?
  var source: String

  package init(
    name: String, programGroup: String, state: String, pid: Int?, exitStatus: Int?, source: String
  ) {
    self.name = name
    self.programGroup = programGroup
    self.state = state
    self.pid = pid
    self.exitStatus = exitStatus
    self.source = source
  }
}
