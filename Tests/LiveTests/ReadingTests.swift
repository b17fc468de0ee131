import Live
import Machine
import Testing

@Suite struct ReadingTests {
  @Test func `frames are taken apart wherever the stream was cut`() {
    let stream: [UInt8] =
      [1, 0, 0, 0, 0, 0, 0, 6] + Array("a\nb \r\n".utf8) + [2, 0, 0, 0, 0, 0, 0, 3]
      + Array("err".utf8)
    for cut in stream.indices {
      var reader = StreamDemultiplexer()
      var log = LogLines()
      for frame in reader.frames(stream[..<cut]) + reader.frames(stream[cut...]) {
        log.append(frame)
      }
      log.finish()
      #expect(log.lines.map(\.text) == ["a", "b ", "err"])
      #expect(log.lines.map(\.stream) == [.stdout, .stdout, .stderr])
    }
  }

  @Test func `what is no stream of frames is told as garbled`() {
    var reader = StreamDemultiplexer()
    #expect(reader.frames(Array("<html>garbage</html>".utf8)).isEmpty)
    #expect(reader.isGarbled)
  }

  @Test func `the kernel's sockets have the addresses that people write`() {
    let unix = KernelSockets.unix(
      """
      Num       RefCount Protocol Flags    Type St Inode Path
      00000000d8acd849: 00000002 00000000 00010000 0001 01 101760 /tmp/uwsgi.sock
      00000000cafe4ae2: 00000003 00000000 00000000 0001 03 101765
      """)
    #expect(unix == [LiveSocket(family: .unix, address: "/tmp/uwsgi.sock", isListening: true)])
    let tcp = KernelSockets.tcp(
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:0BD7 00000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 1 1
         1: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 1
      """)
    #expect(tcp.map(\.address) == ["127.0.0.1:3031", "[::]:80"])
    #expect(tcp.map(\.isLoopback) == [true, false])
    #expect(tcp.first?.userID == 33)
  }

  @Test func `a survey tells processes, accounts and Python`() {
    let file = { (name: String, content: String) in "\n==> \(name) <==\n\(content)" }
    let status = { (pid: Int) in
      "Name:\tnginx\nState:\tS (sleeping)\nPid:\t\(pid)\nPPid:\t1\nUid:\t0\t33\t33\t33\n"
        + "Gid:\t0\t33\t33\t33\nGroups:\t33 44\n"
    }
    let survey = Survey(
      Array(
        [
          file("/proc/9/status", status(9)), file("/proc/10/status", status(10)),
          file("/proc/11/status", status(11)),
          file("/proc/9/cmdline", "nginx: worker process\0\0"),
          file("/proc/10/cmdline", "/bin/sh\0-s\0dovetail\0"), file("/proc/11/cmdline", ""),
          file("/etc/passwd", "www-data:x:33:33:www:/var/www:/bin/sh\n"),
          file("python", "/usr/bin/python3\n"), file("end", ""),
        ].joined().utf8))
    #expect(survey.isComplete)
    #expect(survey.processes.map(\.id) == [9, 11])
    #expect(survey.processes.first?.role == .nginxWorker)
    #expect(survey.processes.first?.userID == 33)
    #expect(survey.processes.first?.groups == [33, 44])
    #expect(survey.accounts.user(id: 33).value?.name == "www-data")
    #expect(survey.python == "/usr/bin/python3")
  }

  @Test func `a uwsgi packet has its length in little endian`() {
    let packet = UwsgiPacket(variables: [("A", "bc")])
    #expect(packet.bytes == [0, 7, 0, 0, 1, 0, 0x41, 2, 0, 0x62, 0x63])
    let long = String(repeating: "x", count: 70_000)
    #expect(UwsgiPacket(variables: [("A", long)]).bytes == nil)
  }

  @Test(arguments: [
    ("", ExchangeFailure.closed(bytes: 0)),
    ("HTTP/1.1 200 OK\r\n", .malformed("no end of the headers in 17 bytes")),
    ("SSH-2.0\r\n\r\n", .malformed("it begins with `SSH-2.0....`")),
    ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", .closed(bytes: 40)),
  ])
  func `an answer that is none says why`(text: String, failure: ExchangeFailure) {
    guard case .failure(let found) = HTTPMessage.answer(Array(text.utf8)) else {
      Issue.record("it was taken for an answer")
      return
    }
    #expect(found == failure)
  }

  @Test func `an answer has status, headers and body`() throws {
    let text =
      "HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/plain\r\n\r\nInternal Server Error"
    let answer = try HTTPMessage.answer(Array(text.utf8)).get()
    #expect(answer.status == 500)
    #expect(answer.header("content-type") == "text/plain")
    #expect(answer.isUwsgiWithoutApplication)
  }

  @Test func `supervisord's answer tells its programs`() {
    let body = """
      <?xml version='1.0'?>
      <methodResponse>
      <params><param><value><array><data>
      <value><struct><member><name>statecode</name><value><int>1</int></value></member></struct></value>
      <value><array><data><value><struct>
      <member><name>name</name><value><string>uwsgi</string></value></member>
      <member><name>group</name><value><string>uwsgi</string></value></member>
      <member><name>statename</name><value><string>FATAL</string></value></member>
      <member><name>spawnerr</name><value><string>can't find command &lt;x&gt; &amp;lt;</string></value></member>
      <member><name>pid</name><value><int>0</int></value></member>
      </struct></value></data></array></value>
      </data></array></value></param></params>
      </methodResponse>
      """
    let programs = SupervisorAnswers.programs(Array(body.utf8))
    #expect(
      programs == [
        LiveProgram(
          group: "uwsgi", name: "uwsgi", state: .fatal, problem: "can't find command <x> &lt;",
          source: .rpc)
      ])
  }

  @Test func `values nested for ever end`() {
    let open = String(repeating: "<value><array><data>", count: 100_000)
    #expect(XMLRPCAnswer(Array("<methodResponse><params><param>\(open)".utf8)) == nil)
  }

  @Test func `supervisord's log tells its programs`() {
    let log = [
      "2026-11-22 16:29:00,123 INFO spawned: 'old' with pid 3",
      "2026-11-22 16:30:00,123 INFO supervisord started with pid 1",
      "2026-11-22 16:30:01,123 INFO spawned: 'nginx' with pid 8",
      "2026-11-22 16:30:01,123 INFO spawned: 'uwsgi' with pid 9",
      "2026-11-22 16:30:01,323 WARN exited: uwsgi (exit status 1; not expected)",
      "2026-11-22 16:30:02,123 INFO success: nginx entered RUNNING state, process has stayed up",
      "2026-11-22 16:30:09,123 INFO gave up: uwsgi entered FATAL state, too many start retries",
      "a line of somebody else",
    ]
    let programs = SupervisorLog.programs(
      log.enumerated().map { LiveLog(number: $0 + 1, stream: .stdout, text: $1) })
    #expect(programs?.map(\.name) == ["nginx", "uwsgi"])
    #expect(programs?.map(\.state) == [.running, .fatal])
    #expect(programs?.last?.exitStatus == 1)
    #expect(programs?.last?.problem == "exit status 1; not expected")
  }
}
