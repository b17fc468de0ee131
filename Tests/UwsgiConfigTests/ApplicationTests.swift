import Machine
import SourceText
import Testing
import UwsgiConfig

@Suite struct `Python applications` {
  private let instance = Instance()

  private func outcome(_ lines: String, of instance: Instance) -> UwsgiApplication.Outcome? {
    instance.load("plugin = python3\nsocket = :1\n" + lines).instance.applications.first?.outcome
  }

  @Test(arguments: [
    "module = main:app", "module = main\ncallable = app", "wsgi-file = main.py\ncallable = app",
    "wsgi-file = /app/main.py\ncallable = app", "mount = /x=main:app", "module = main:Flask",
    "chdir = /\npythonpath = /app\nmodule = main:app",
  ])
  func `an application is found where Python would find it`(lines: String) {
    #expect(outcome(lines, of: instance) == .found(path: "/app/main.py"))
  }

  @Test(arguments: [
    "module = main", "module = main:application", "module = main\ncallable = \"app\"",
  ])
  func `a name that the module lacks is missing`(lines: String) {
    let expected = UwsgiApplication.Outcome.callableMissing(
      path: "/app/main.py", names: ["Flask", "app"])
    #expect(outcome(lines, of: instance) == expected)
  }

  @Test func `a module that no folder has is missing, with the folders that were searched`() {
    let outcome = outcome("pythonpath = /srv\nmodule = wsgi", of: instance)
    #expect(outcome == .missing(searched: ["/srv", "/app"]))
  }

  @Test func `a module that a package may bring is unknown`() {
    var open = instance
    open.tree.unknownFolders = ["/usr/lib/python3"]
    #expect(outcome("module = flask_admin.app", of: open) == .unknown)
    #expect(outcome("module = wsgi", of: open) == .missing(searched: ["/app"]))
  }

  @Test func `a module in a folder that is not known is unknown`() {
    var open = instance
    open.tree.unknownFolders = ["/srv"]
    open.folder = "/srv"
    #expect(outcome("module = wsgi", of: open) == .unknown)
  }

  @Test func `need-app makes a missing application an error`() {
    let lines = "plugin = python3\nsocket = :1\nmodule = wsgi\nneed-app = true"
    #expect(instance.load(lines).isRefused)
    #expect(!instance.load(lines.replacing("need-app = true", with: "")).isRefused)
  }

  /// The messages are those of Python 3.11, without the lines and blocks that it names besides.
  @Test(arguments: [
    ("def app()\n    pass\n", "SyntaxError: expected ':'"),
    ("app = Flask(\n", "SyntaxError: '(' was never closed"),
    ("app = 1)\n", "SyntaxError: unmatched ')'"),
    ("app = 'x\n", "SyntaxError: unterminated string literal"),
    ("app = 1\n  b = 2\n", "IndentationError: unexpected indent"),
    ("def app():\nx = 1\n", "IndentationError: expected an indented block"),
    (
      "def app():\n    x = 1\n  y = 2\n",
      "IndentationError: unindent does not match any outer indentation level"
    ),
    ("import helpers\napp = 1\n", "ModuleNotFoundError: No module named 'helpers'"),
    (
      "from . import x\napp = 1\n",
      "ImportError: attempted relative import with no known parent package"
    ),
    (
      "app = Flask(__name__)\napp.run()\n",
      "app.run() serves by itself while the module is loaded, and never ends"
    ),
    (
      "from parts import b\napp = 1\n",
      "ImportError: cannot import name 'b' from 'parts' (/app/parts.py)"
    ),
    (
      "app.config.from_object('settings.Production')\n",
      "ImportStringError: import_string() failed for 'settings.Production'"
    ),
    (
      "app.config.from_object('parts.Production')\n",
      "ImportStringError: import_string() failed for 'parts.Production'"
    ),
    (
      "logging.basicConfig(level=20, filename='/logs/app.log')\n",
      "FileNotFoundError: [Errno 2] No such file or directory: '/logs/app.log'"
    ),
    (
      "log = RotatingFileHandler('/logs/app.log', maxBytes=9)\n",
      "FileNotFoundError: [Errno 2] No such file or directory: '/logs/app.log'"
    ),
  ])
  func `a module that Python cannot load fails in Python's words`(source: String, message: String) {
    var broken = instance
    broken.machine.executablePath = "/usr/bin/uwsgi-core"
    broken.tree.files["/app/main.py"] = source
    broken.tree.files["/app/parts.py"] = "a = 1\n"
    guard case .failing(_, let failure)? = outcome("module = main:app", of: broken) else {
      Issue.record("nothing fails")
      return
    }
    #expect(failure.message == message)
  }

  @Test(arguments: [
    "try:\n    import helpers\nexcept ImportError:\n    helpers = None\n",
    "import sys\nsys.path.insert(0, '/srv')\nimport helpers\n",
    "if False:\n    import helpers\n", "def f():\n    import helpers\n",
    "x = (1,\n  2)\n", "x = 1 if True else \\\n  2\n", "class A: pass\nasync def f(): pass\n",
    "x = '''a\n  b'''\ny = {'a': lambda: 1}\n", "from parts import a\nimport unheard_of\n",
    "app.config.from_object('parts')\n", "app.config.from_object('parts.a')\n",
    "log = FileHandler('/logs/app.log', delay=True)\n", "log = FileHandler('/app/app.log')\n",
    "os.makedirs('/logs')\nlog = FileHandler('/logs/app.log')\n",
    "if debug:\n    log = FileHandler('/logs/app.log')\n", "log = FileHandler(f'/{x}/app.log')\n",
  ])
  func `a module that may be loaded is not said to fail`(source: String) {
    var sound = instance
    sound.machine.executablePath = "/usr/bin/uwsgi-core"
    sound.tree.files["/app/main.py"] = source + "app = 1\n"
    sound.tree.files["/app/parts.py"] = "a = 1\n"
    #expect(outcome("module = main:app", of: sound) == .found(path: "/app/main.py"))
  }

  @Test func `what Python brings itself is never missing`() {
    var debian = instance
    debian.machine.executablePath = "/usr/bin/uwsgi-core"
    debian.tree.files["/usr/lib/python3.11/os.py"] = ""
    debian.tree.files["/usr/lib/python3/dist-packages/click/__init__.py"] = ""
    debian.tree.files["/app/main.py"] = "import os, sys\nfrom json import loads\napp = 1\n"
    #expect(outcome("module = main:app", of: debian) == .found(path: "/app/main.py"))
  }

  @Test func `a library that is known by name and installed nowhere is missing`() {
    var debian = instance
    debian.machine.executablePath = "/usr/bin/uwsgi-core"
    debian.tree.files["/usr/lib/python3.11/os.py"] = ""
    debian.tree.files["/usr/lib/python3/dist-packages/click/__init__.py"] = ""
    guard case .failing(_, let failure)? = outcome("module = main:app", of: debian) else {
      Issue.record("nothing fails")
      return
    }
    #expect(failure.message == "ModuleNotFoundError: No module named 'flask'")
    debian.tree.files["/usr/lib/python3/dist-packages/flask/__init__.py"] = ""
    #expect(outcome("module = main:app", of: debian) == .found(path: "/app/main.py"))
  }

  @Test func `PYTHONPATH is searched`() {
    var instance = instance
    instance.folder = "/tmp"
    #expect(outcome("module = main:app", of: instance) == .missing(searched: ["/tmp"]))
    instance.environment.values["PYTHONPATH"] = "/app"
    #expect(outcome("module = main:app", of: instance) == .found(path: "/app/main.py"))
  }

  @Test(arguments: [
    ("if __name__ == '__main__':\n  app = 1\nx = 2\n", ["x"]),
    ("app = 1", ["app"]), ("app: int = 1", ["app"]), ("app: int", []),
    ("a, (b, *c) = x", ["a", "b", "c"]),
    ("import a.b, c as d", ["a", "d"]), ("from x import (a as b,\n  c)", ["b", "c"]),
    ("def f():\n  hidden = 1\nclass C:\n  hidden = 2\n", ["f", "C"]),
    ("if x:\n  a = 1\nelse: b = 2\n", ["a", "b"]),
    ("try:\n  a = 1\nexcept E as e:\n  pass", ["a", "e"]),
    ("\"\"\"\napp = 1\n\"\"\"\nx = 'y = 1'", ["x"]), ("# app = 1\nx = (\n a == 1)\n", ["x"]),
    ("x.a = 1\nx[0] = 2\n", []), ("async def f(): pass\nwith o() as g: h = 1", ["f", "g", "h"]),
    ("a = b = 1; c = 2", ["a", "b", "c"]), ("for i in x:\n  j = i", ["i", "j"]),
    ("a += 1", []), ("a \\\n  = 1", ["a"]), ("print(x := 1)", ["x"]),
  ])
  func `top-level names are read from the source`(source: String, names: [String]) {
    let read = PythonNames(Array(source.utf8))
    #expect(read.names == names)
    #expect(read.isComplete)
  }

  @Test(arguments: ["from x import *", "exec(code)", "globals()['app'] = 1"])
  func `names that come from elsewhere are not known`(source: String) {
    #expect(!PythonNames(Array(source.utf8)).isComplete)
  }
}
