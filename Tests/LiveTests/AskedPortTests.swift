import Live
import Testing

@Suite struct AskedPortTests {
  @Test func `of the published ports the one that nginx promises is asked`() {
    var judge = Self.judge(published: [22: 40022, 80: 40080])
    judge.promises.listens = [.init(.init(port: 80, hasTLS: false))]
    #expect(judge.askedPort?.published?.hostPort == 40080)
  }

  @Test func `a port that speaks TLS alone is asked with TLS`() {
    var judge = Self.judge(published: [443: 40443])
    judge.promises.listens = [.init(.init(port: 443, hasTLS: true))]
    #expect(judge.askedPort?.hasTLS == true)
  }

  @Test func `a published port that nginx does not listen on is asked all the same`() {
    var judge = Self.judge(published: [80: 40080])
    judge.promises.listens = [.init(.init(port: 8080, hasTLS: false))]
    #expect(judge.askedPort?.port == 80)
  }

  @Test func `nobody asks a database for its pages`() {
    var judge = Self.judge(published: [5432: 45432])
    judge.seen.processes = [
      LiveProcess(id: 1, parent: 0, userID: 999, groupID: 999, command: ["postgres"])
    ]
    #expect(judge.askedPort == nil)
  }

  @Test func `nobody asks a socket of the uwsgi protocol for its pages`() {
    var judge = Self.judge(published: [3031: 43031])
    judge.seen.processes = [
      LiveProcess(id: 1, parent: 0, userID: 33, groupID: 33, command: ["uwsgi"])
    ]
    judge.promises.uwsgiSockets = [.init(.init(address: "*:3031", speech: .uwsgi))]
    #expect(judge.askedPort == nil)
    judge.promises.uwsgiSockets = [.init(.init(address: "*:3031", speech: .http))]
    #expect(judge.askedPort?.published?.hostPort == 43031)
  }

  private static func judge(published ports: [Int: Int]) -> Judge {
    var seen = JudgeTests.healthy
    seen.programs = nil
    seen.sockets = []
    seen.container?.publishedPorts = ports.sorted { $0.key < $1.key }.map {
      .init(containerPort: $0.key, hostAddress: "", hostPort: $0.value)
    }
    return Judge(seen: seen)
  }
}
