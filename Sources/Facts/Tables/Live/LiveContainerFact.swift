/// A container as its engine described it.
package struct LiveContainerFact: Fact {
  package static let table = Table<LiveContainerFact>(
    "live_container",
    "The container that was probed; no row where the target is none.",
    columns: [
      .text("name", "The name of the container.") { $0.name },
      .text("image", "The image that it was made from.") { $0.image },
      .text("status", "What it does: created, running, paused, restarting, exited, dead.") {
        $0.status
      },
      .integer("exit_code", "The status that its first process ended with; NULL while it runs.") {
        $0.exitCode
      },
      .integer("restart_count", "How often the engine has started it again.") { $0.restartCount },
      .boolean("is_out_of_memory", "Whether it was killed for want of memory.") {
        $0.isOutOfMemory
      },
      .text("health", "starting, healthy or unhealthy; NULL where it has no health check.") {
        $0.health
      },
      .text("user", "The user that it starts as; empty is root.") { $0.user },
    ]
  )

  var name: String
  var image: String
  var status: String
  var exitCode: Int?
  var restartCount: Int
  var isOutOfMemory: Bool
  var health: String?
  var user: String

  package init(
    name: String, image: String, status: String, exitCode: Int?, restartCount: Int,
    isOutOfMemory: Bool, health: String?, user: String
  ) {
    self.name = name
    self.image = image
    self.status = status
    self.exitCode = exitCode
    self.restartCount = restartCount
    self.isOutOfMemory = isOutOfMemory
    self.health = health
    self.user = user
  }
}
