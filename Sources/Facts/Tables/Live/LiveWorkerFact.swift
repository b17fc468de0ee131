/// A worker of uWSGI.
package struct LiveWorkerFact: Fact {
  package static let table = Table<LiveWorkerFact>(
    "live_worker",
    "A worker, as the stats server of uWSGI tells of it.",
    columns: [
      .integer("worker", "Its number, from 1.") { $0.worker },
      .integer("pid", "The number of its process; 0 where it sleeps.") { $0.pid },
      .text("status", "idle, busy, cheap or pause.") { $0.status },
      .integer("requests", "How many requests it has served.") { $0.requests },
      .integer("exceptions", "How many of them ended with an exception.") { $0.exceptions },
    ]
  )

  var worker: Int
  var pid: Int
  var status: String
  var requests: Int
  var exceptions: Int

  package init(
    worker: Int, pid: Int, status: String, requests: Int, exceptions: Int
  ) {
    self.worker = worker
    self.pid = pid
    self.status = status
    self.requests = requests
    self.exceptions = exceptions
  }
}
