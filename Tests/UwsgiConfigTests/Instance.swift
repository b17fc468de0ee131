import Machine
import SourceText
import UwsgiConfig

/// A uWSGI of Debian, started as root in `/app` with a configuration that a test writes down.
struct Instance {
  var tree = MemoryTree(
    files: [
      "/usr/lib/uwsgi/plugins/python3_plugin.so": "",
      "/usr/lib/uwsgi/plugins/http_plugin.so": "",
      "/app/main.py": "from flask import Flask\napp = Flask(__name__)\n",
    ],
    folders: ["/tmp", "/run", "/app"])
  var machine = UwsgiMachine(userID: 0, groupID: 0, build: .debian)
  var environment = Environment(isComplete: true)
  var program = "/usr/bin/uwsgi-core"
  var arguments: [String] = []
  var folder = "/app"
  var accounts = Self.accounts

  static let accounts = Accounts(
    users: [
      User(name: "root", id: 0, groupID: 0), User(name: "www-data", id: 33, groupID: 33),
      User(name: "deploy", id: 1000, groupID: 1000),
    ],
    groups: [
      Group(name: "root", id: 0), Group(name: "www-data", id: 33), Group(name: "deploy", id: 1000),
    ],
    isComplete: true)

  /// What uWSGI makes of these lines of its section.
  func load(_ lines: String) -> UwsgiConfiguration {
    var instance = self
    instance.tree.files["/etc/uwsgi.ini"] = "[uwsgi]\n" + lines + "\n"
    return instance.load(arguments: ["--ini", "/etc/uwsgi.ini"])
  }

  func load(arguments words: [String]) -> UwsgiConfiguration {
    var files = SourceFiles()
    return UwsgiConfiguration(
      Invocation(
        arguments: ([program] + arguments + words).map { Argument($0) }, environment: environment,
        workingDirectory: folder),
      machine: machine, tree: tree, accounts: accounts, files: &files)
  }
}

extension UwsgiConfiguration {
  /// The value of the last option of that name; nil where it is absent or not known.
  func value(_ name: String) -> String? {
    options.last { $0.name == name }?.text
  }

  var codes: [String] { problems.map(\.code) }
}
