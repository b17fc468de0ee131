import Machine
import SourceText
import Testing
import UwsgiConfig

/// The healthy configuration that the others change.
private let healthy = """
  plugins = python3
  module = main
  callable = app
  uid = www-data
  gid = www-data
  socket = /tmp/uwsgi.sock
  master = true
  """

@Suite struct `Meaning of an instance` {
  private let instance = Instance()

  @Test func `a healthy configuration has no problem`() {
    let configuration = instance.load(healthy)
    #expect(configuration.problems.isEmpty)
    #expect(configuration.isComplete)
    #expect(configuration.instance.applications.map(\.outcome) == [.found(path: "/app/main.py")])
    #expect(configuration.instance.answersPlainRequests == true)
    #expect(configuration.instance.processes.onTerminate == .reloads)
  }

  @Test func `sockets are bound after privileges drop`() throws {
    let socket = try #require(instance.load(healthy).instance.sockets.first)
    #expect(socket.address == .unix(path: "/tmp/uwsgi.sock"))
    #expect(socket.file?.owner.userID == 33)
    #expect(socket.file?.mode == 0o755)
  }

  @Test func `chown-socket makes root bind, and gives the file away`() throws {
    let lines = healthy + "\nchown-socket = deploy:www-data\nchmod-socket = 660"
    let file = try #require(instance.load(lines).instance.sockets.first?.file)
    #expect(file.owner.userName == "deploy")
    #expect(file.owner.groupName == "www-data")
    #expect(file.mode == 0o660)
  }

  @Test(arguments: [
    ("chmod-socket = 666", 0o666), ("chmod-socket = 1", 0o666), ("umask = 000", 0o777),
    ("chmod-socket = 664\nchmod-socket = 660", 0o4660), ("umask = 0077", 0o700),
  ])
  func `the mode is what uWSGI makes of its options`(lines: String, mode: Int) {
    let socket = instance.load(healthy + "\n" + lines).instance.sockets.first
    #expect(socket?.file?.mode == mode)
  }

  @Test(arguments: [
    ("socket = :3031", UwsgiSocket.Address.tcp(host: "0.0.0.0", port: 3031)),
    ("socket = 127.0.0.1:3031", .tcp(host: "127.0.0.1", port: 3031)),
    ("socket = [::]:80", .tcp(host: "::", port: 80)),
    ("socket = 3031", .unix(path: "/app/3031")),
    ("chdir = /run\nsocket = x.sock", .unix(path: "/run/x.sock")),
    ("chdir = /run\nshared-socket = x.sock\nsocket = =0", .unix(path: "/app/x.sock")),
    ("socket = @name", .abstract(name: "name")),
    ("socket = unix:/tmp/x", .tcp(host: "255.255.255.255", port: 0)),
  ])
  func `an address is read as uWSGI reads it`(lines: String, address: UwsgiSocket.Address) {
    let sockets = instance.load(lines).instance.sockets
    #expect(sockets.last?.address == address)
  }

  @Test func `protocols follow the option, or protocol for a plain socket`() {
    let lines = "protocol = http\nsocket = :1\nuwsgi-socket = :2\nhttp-socket = :3\nstats = :4"
    let protocols = instance.load(lines).instance.sockets.map(\.protocolName)
    #expect(protocols == ["http", "uwsgi", "http", "stats"])
  }

  @Test(arguments: [
    ("uid = 0\ngid = 0", "group 0 not found."),
    ("uid = nobody-here", "user nobody-here not found."),
    ("uid = flask\ngid = flask", "group flask not found."),
    ("chdir = /nowhere", "chdir(): No such file or directory: \"/nowhere\""),
    ("cheaper = 8\nprocesses = 3", "invalid cheaper value: must be lower than processes"),
    ("cheaper = 1", "invalid cheaper value: must be lower than processes"),
    ("pidfile = /run/uwsgi/x.pid", "open(\"/run/uwsgi/x.pid\"): No such file or directory"),
    ("chown-socket = flask", "unable to find user flask"),
    ("socket = /run/uwsgi/x", "bind(): No such file or directory: \"/run/uwsgi/x\""),
    ("ini = /etc/more.ini", "realpath() of /etc/more.ini failed: No such file or directory"),
    ("chmod-socket = 0660", "invalid chmod value: 0660"),
    ("logger = file:/tmp/x.log", "unable to find logger file"),
    ("req-logger = main syslog", "unable to find logger syslog"),
    ("logger = nobody:x", "unable to find logger nobody"),
    ("stats-push = statsd:127.0.0.1:8125", "unable to find \"statsd\" stats_pusher"),
    ("alarm = a cmd", "invalid alarm syntax: a cmd"),
    ("alarm = a curl:x", "invalid alarm: a curl:x"),
    ("metric = type=x", "you need to specify a metric name: type=x"),
    ("metric = a/b", "invalid metric name: a/b"),
    ("cache2 = 100", "you have to specify a cache name"),
    ("cache2 = name=x, items=5", "you have to specify the maximum number of cache items"),
    ("farm = x", "invalid farm value (x) must be in the form name:mule[,muleN]."),
    ("hook-as-user = x", "invalid hook syntax, must be hook:args"),
    ("log-encoder = nobody:main x", "log encoder \"nobody\" not found"),
    ("log-req-encoder = msgpack", "log encoder \"msgpack\" not found"),
    ("log-socket = 127.0.0.1:5000", "unable to find logger socket"),
    ("processes = -1", "invalid value for option \"processes\": must be > 0"),
  ])
  func `what makes uWSGI leave is told in its words`(lines: String, message: String) {
    let configuration = instance.load(
      healthy.replacing("uid = www-data\ngid = www-data\n", with: "") + "\n" + lines)
    #expect(configuration.problems.first { $0.consequence == .refuses }?.message == message)
  }

  @Test(arguments: [
    (1, []), (2, ["cheaper-may-be-too-high"]), (8, ["cheaper-too-high"]),
  ])
  func `a number that hangs on the cores is held to its least`(cheaper: Int, codes: [String]) {
    let lines = healthy + "\ncheaper = \(cheaper)\nprocesses = %(%k + 1)"
    #expect(instance.load(lines).codes == codes)
  }

  @Test func `a number that is none starts no workers`() {
    let configuration = instance.load(healthy + "\nprocesses = four")
    #expect(configuration.codes.contains("no-number"))
    #expect(configuration.codes.contains("no-workers"))
    #expect(!configuration.isRefused)
  }

  @Test func `only a group leaves the workers root`() {
    let configuration = instance.load("socket = :1\ngid = www-data\nplugin = python3")
    #expect(configuration.instance.workers?.userID == 0)
    #expect(configuration.codes.contains("runs-as-root"))
  }

  @Test func `another user than root passes names over and refuses numbers`() {
    var deploy = instance
    deploy.machine.userID = 1000
    deploy.machine.groupID = 1000
    #expect(deploy.load(healthy).instance.workers?.userID == 1000)
    #expect(deploy.load("socket = :1\nuid = 33").codes.contains("cannot-change-user"))
  }

  @Test func `many options bring the master along, whatever their value`() {
    #expect(instance.load("socket = :1").instance.processes.hasMaster == false)
    #expect(instance.load("socket = :1\ncheaper = 0").instance.processes.hasMaster == true)
    let refused = instance.load("master = false\nsocket = :1\nstats = :2")
    #expect(refused.instance.processes.hasMaster == false)
  }

  @Test(arguments: [
    ("master = true", UwsgiProcesses.SignalEffect.reloads), ("", .ends(status: 30)),
    ("master = true\ndie-on-term = true", .ends(status: 0)),
    ("master = true\nexit-on-reload = true", .ends(status: 0)),
  ])
  func `SIGTERM reloads a master that was not told otherwise`(
    lines: String, effect: UwsgiProcesses.SignalEffect
  ) {
    #expect(instance.load("socket = :1\n" + lines).instance.processes.onTerminate == effect)
  }

  @Test func `plugins are searched in every folder, the built-in one last`() throws {
    let configuration = instance.load("plugin-dir = /opt/plugins\nplugin = nosuch")
    let request = try #require(configuration.plugins.first)
    #expect(
      request.searched == [
        "/opt/plugins/nosuch_plugin.so", "/usr/lib/uwsgi/plugins/nosuch_plugin.so",
      ])
    #expect(request.outcome == .missing)
  }

  @Test func `the program's own name loads plugins`() {
    var python = instance
    python.program = "/usr/bin/uwsgi_python3"
    #expect(python.load("socket = :1").instance.loadedPlugins == ["python"])
    #expect(instance.load("socket = :1").codes.contains("no-request-plugin"))
  }

  @Test func `without a socket there is nothing to do`() {
    #expect(instance.load("master = true").codes.contains("no-socket"))
    #expect(!instance.load("emperor = /etc/vassals").codes.contains("no-socket"))
  }
}
