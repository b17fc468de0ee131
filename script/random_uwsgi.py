"""Random uWSGI configurations in all four forms, with the command lines and environments that load them."""
import json
import random
from pathlib import Path

NAMES = ["a", "b", "c", "x y", "n", "base", "_", "A", "processes", "print", "d%(_)", "log-x", "é"]
WORDS = ["1", "2", "7", "007", "-3", "x", "a", "b", "text", "9 9", "", "/srv", "3.5", "+4", "0", "a=b", "9223372036854775807"]
OPERATORS = ["+", "-", "*", "/", "++", "--", "+ -", "", "//", "&", "+-", "- +", "*\t"]
ENVIRONMENT = {"FOO": "bar", "EMPTY": "", "NUM": "4", "REF": "$(FOO)", "PH": "%(a)", "UWSGI_SEEN": "s"}
FILES = {
    "one.txt": "hello\n", "two.txt": "x\ny\n\n", "ph.txt": "%(a)\n", "lines.txt": "l1\n l2 \n\nl3",
    "crlf.txt": "w1\r\nw2\r\n", "nul.txt": "ab\0cd\n", "empty.txt": "", "at.txt": "@(one.txt) $(FOO) %%x", "inject.ini": "[uwsgi]\ninjected = %n\n",
}
# Not among them: `setns` waits for a socket, loggers take away what is printed afterwards, and `cron2` cuts its value.
OPTIONS = [
    "master", "vacuum", "enable-threads", "need-app", "lazy-apps", "die-on-term", "processes", "workers", "threads",
    "listen", "buffer-size", "harakiri", "max-requests", "cheaper", "socket-timeout", "chmod-socket", "uid", "gid", "umask",
    "static-map", "check-static", "route", "env", "pythonpath", "module", "callable", "virtualenv", "chdir", "log-format",
    "pidfile", "stats", "touch-reload", "disable-logging", "thunder-lock", "post-buffering", "limit-as", "cron",
    "attach-daemon", "mule", "plugin", "plugins-dir", "need-plugin", "mount", "procname", "thread-stacksize", "chown-socket",
    "harakiri-verbose", "reload-mercy", "http-socket", "socket", "import", "add-header", "mimefile", "spooler-processes",
    "cache2", "queue", "sharedarea", "log-zero", "regexp-cache", "emperor", "vassals-set",
    "static-expires", "error-page-404", "error-page-500", "rpc-max", "snmp", "snmp-community", "for-times", "http",
    "hook-post-app", "master-fifo", "metric", "signal-timer", "worker-reload-mercy", "reaper", 
    "log-x-forwarded-for", "alarm-freq", "legion", "subscribe-to", "zerg", "cpu-affinity", "ksm", "hugepages", "loop", "gevent",
    "async", "ugreen", "strict", "cgi", "php-docroot", "py-autoreload", "sni", "ssl-option", "honour-stdin", "vhost", "if-exists",
    "max-fd", "log-5xx", "log-slow", "crons", "idle", "single-interpreter", "route-run", "mountpoint",
    "cap", "emperor-cap", "vassal-cap", "unique-cron", "zerg-server", "zergpool", "zerg-fallback",
    "namespace", "ns", "namespace-keep-mount", "namespace-net", "unshare", "emperor-use-clone", "unshare",
    "log-encode", "logger-list", "pivot-root", "chroot",
]
OPTION_VALUES = [
    "", "1", "0", "-1", "x", "true", "false", "no", "8", "4096", "7x", " 7", "0x10", "a=b", "/x=one.txt", "/tmp", "root", "nobody", "www-data",
    "666", "0660", "66a", "127.0.0.1:0", "4294967295", "2147483648", "99999999999999999999", "http", "python3", "a b c", "\"q\"", "'q'", "1 ; c",
    "a,b", "a:b", "%(a)", "%(n + 1)", "$(NUM)", "%k", "%(_)", "@(one.txt)", "max=10,items=2", "name=c,items=10",
    "chown", "setuid,chown", "CHOWN,x", "12,x", "minute=1,hour=2 true", "minute=x true", "true", "* * * * * true", "-1 -1 -1 -1 -1 true", "l -1 -1 -1 -1 -1 true",
    "/tmp/zerg.sock", "uts", "ipc,uts", "nope,ipc", "file:/tmp/l", "file", "json {}", "nl", "prefix x", "format ${msg}", "gzip", "format", "nl:a", "json:a {\"m\":\"${msg}\"}", "a file:/tmp/l",
]


class Generator:
    """One stream of random inputs; everything hangs on the seed alone."""

    def __init__(self, seed, options=None):
        self.random = random.Random(seed)
        self.options = options or OPTIONS

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    # Values.

    def token(self, depth=0):
        kind = self.random.randrange(13)
        inner = self.token(depth + 1) if depth < 2 and self.chance(0.2) else None
        name = self.pick(["a", "b", "c", "base", "n", "nope", "x y", "seen", "_", "log-x", "é", "ini", "set", "p"])
        if kind < 3:
            return "%(" + (inner or name) + ")"
        if kind < 6:
            parts = [name if self.chance(0.5) else self.pick(["1", "2", "10", "0", "", "00", "-1", "3x"])]
            for _ in range(self.random.randrange(1, 5)):
                parts += [self.pick(OPERATORS), self.pick(["a", "b", "3", "5", "0", name, "9223372036854775807"])]
            return "%(" + self.pick([" ", " ", "  "]).join(parts) + self.pick(["", " "]) + ")"
        if kind < 8:
            return "$(" + (inner or self.pick(list(ENVIRONMENT) + ["NOPE", "UWSGI_RELOADS", "PATH", ""])) + ")"
        if kind == 8:
            return "@(" + self.pick([name for name in FILES if name != "inject.ini"] + ["%d" + "one.txt", "./one.txt", "sub/deep.txt", "../nope"]) + ")"
        if kind < 11:
            return "%" + self.pick(list("nsedxopc0189%[zVvbkhujJoOPSDCENX(mMBwW-;.=") + [" ", "é"])
        return self.pick(["(", ")", "%", "$", "$$", "@", "%%(a)", ";", "#", "=", "\t", "é", "$(", "@()", "%()", "((", "))", "$FOO", "${FOO}", "\x0b", "\x01"])

    def value(self):
        parts = [self.token() if self.chance(0.5) else self.pick(WORDS) for _ in range(self.random.randrange(1, 5))]
        return ("" if self.chance(0.6) else " ").join(parts)

    # INI.

    def logic(self):
        keyword = self.pick([
            "if-env", "ifenv", "if-not-env", "if-opt", "if-not-opt", "if-exists", "ifexists", "if-not-exists", "if-file", "if-not-file",
            "if-dir", "ifdir", "if-directory", "if-not-dir", "if-plugin", "ifplugin", "if-not-plugin", "if-reload", "if-not-reload",
            "if-hostname", "if-not-hostname", "if-hostname-match", "if-not-hostname-match", "for", "for-times", "for-glob", "for-readline",
            "else", "if-uid", "elif"])
        argument = {
            "if-env": ["FOO", "NOPE", "FOO=bar", "EMPTY=", "EMPTY", "FOO = bar", "", "=", "UWSGI_SEEN", "UWSGI_RELOADS=0"],
            "if-opt": ["a", "a=1", "b=", "nope", "seen", "", "ini", "master", "a=%(b)"],
            "for": ["1 2 3", "", "x", " a  b ", "%(a) z", "1\t2 3", "$(FOO) %n"],
            "for-times": ["3", "0", "x", "-1", "2x", " 2", "", "+2"],
            "for-glob": ["*.txt", "nomatch*", "one.???", "su*", "sub/*", "[ot]*.txt", "{one,two}.txt", "", "*/", ".*x", "%d*.txt"],
            "for-readline": ["lines.txt", "missing.txt", "two.txt", "crlf.txt", "nul.txt", "empty.txt", "sub", "%dlines.txt"],
            "if-plugin": ["python", "http", "python3", "unconfigured", "", "corerouter"],
            "if-hostname": ["%h", "nowhere", ""],
            "if-hostname-match": [".", "^nowhere$", "(", ""],
        }
        stem = keyword.replace("not-", "").replace("ifenv", "if-env").replace("ifplugin", "if-plugin")
        return keyword + " = " + self.pick(argument.get(stem, ["one.txt", "sub", "missing", "", "sub/", "/tmp", "%d"]))

    def loader(self, level):
        target = self.pick(["one", "two"]) if level == 0 else "two"
        option = self.pick(["ini", "include", "inherit"] * 3 + ["xml", "yaml", "json", "config"])
        suffix = {"xml": "xml", "yaml": "yaml", "json": "json"}.get(option, "ini")
        if option in ("include", "inherit") and self.chance(0.3):
            suffix = self.pick(["xml", "yaml", "json"])
        section = self.pick([":other", ":", ":nope", ":uwsgi"]) if self.chance(0.15) else ""
        return f"{option} = parts/{self.stem}_{target}.{suffix}{section}"

    def special(self):
        return self.pick([
            "strict = true", "strict = false", "strict =", "blacklist = a b", "whitelist = a b ini end-whitelist", "end-blacklist =", "end-whitelist =",
            "blacklist = A  b", "blacklist =", "declare-option = o=a=$1;set=z$2=$1", "o = p q", "o =", "o = %(a)", "declare-option2 = o=set=w=[$1]",
            "declare-option = o=nope", "declare-option = o", "declare-option = processes=a=1", "declare-option = q=o=$1 $2;o=$2", "q = 1 2 3", "q = 1",
            "declare-option = o=print=$1;strict=$2", "chmod-socket = 66", "processes = -1", "plugin = nosuch", "plugin = http", "need-plugin = rpc",
            "threads = x", "listen = 7", "socket = =0", "plugin = http,rpc", "plugin = rpc, http", "plugins-dir = /nowhere", "plugin = /usr/lib/uwsgi/plugins/rpc",
            "plugin = 9:rpc", "need-plugins = http,nosuch", "env = E=1", "env = E", "env = FOO=changed", "unenv = FOO", "inject-before = inject.ini",
            "inject-after = inject.ini", "inject-after = nope.ini", "resolve = r=localhost", "resolve = r", "resolve = r=127.0.0.1", "early-envdir = sub", "envdir = sub",
            "ini = :other", "ini = :uwsgi", "ini = -", "include = nope.ini", "include = one.txt", "exit = 3", "version =", "print = %(a)", "iprint = %n",
            "set = x", "set = a=b=c", "set = processes=3", "set = =x", "set-ph = processes=3", "set-ph = x", "set-placeholder = p=%(a)", "chown-socket = x",
            "http = :0", "module = x", "wsgi-file = x.py", "shared-socket = 127.0.0.1:0", "socket =", "socket = " + "x" * 120, "static-map = /x", "uid = x", "uid = 0",
            "umask = 7", "umask = 022", "immediate-gid = nope", "master = 1", "stop = nope.pid", "%(a) = 1", "autoload = true", "spooler-max-tasks = x", "%x = 1", "end",
        ])

    def noise(self):
        return self.pick([
            "; comment %n", "# x = 1", "", "  ", "lonely", "= x", "a b c", "a == b", "=", "\tindented = 1", "a = 1 ; c", "a = \"q\"", "a: b", "--master", "a = 1%", ";%",
            "a \t=\t b \t", "é = ü", "\ufeffa = 1", "[", "[]", "[uwsgi", "[uwsgi] ; x", "[ uwsgi ]", "a = \\", "M = 1", "a=b=c", "\x0ca = 1", "a = \x0b", "\u00a0a = 1", "\0", "a = x\0y",
        ])

    def line(self, level):
        kind = self.random.randrange(44)
        if kind < 18:
            return self.pick(NAMES) + self.pick([" = ", "=", " =", "\t=  "]) + self.value()
        if kind < 22:
            return self.logic()
        if kind < 26:
            return self.pick(["endif =", "endfor =", "end =", "end-if", "endif", "end-for =", "endif = x"])
        if kind < 28:
            return "set = " + self.pick(["a", "b", "v", "a "]) + "=" + self.value()
        if kind == 28:
            return self.pick(["set-ph", "set-placeholder"]) + " = " + self.pick(["p", "q"]) + "=" + self.value()
        if kind < 32 and level < 2:
            return self.loader(level)
        if kind < 35:
            return self.special()
        if kind == 35:
            return self.pick(["[other]", "[uwsgi]", "[uwsgi", "[uwsgi] ", "[a] = b", "[%n]"])
        if kind < 38:
            return self.noise()
        if kind < 42:
            return self.pick(self.options) + " = " + (self.pick(OPTION_VALUES) if self.chance(0.7) else self.value())
        return "x" + self.token() + " = " + self.value()

    def ini(self, level=0):
        lines = ["[uwsgi]"] + [self.line(level) for _ in range(self.random.randrange(1, 14))]
        if self.chance(0.1):
            lines = lines[1:]
        if self.chance(0.2):
            lines += ["[other]"] + [self.line(2) for _ in range(3)]
        end = "\r\n" if self.chance(0.05) else "\n"
        return end.join(lines) + (end if self.chance(0.9) else "")

    # JSON.

    def scalar(self):
        return self.pick([1, 2.5, True, False, None, -7, 0, 1e3, "", "é", "a\tb", "\U0001F600", "\\", 12345678901234567890, "/", "\x7f"] + [self.value()] * 8)

    def name(self):
        return self.pick(NAMES + ["set", "for", "endfor", "if-env", "endif", "ini", "strict", "declare-option", "o"])

    def json_value(self):
        if self.chance(0.25):
            return [self.scalar() for _ in range(self.random.randrange(4))]
        if self.chance(0.1):
            return self.pick([{"deep": self.scalar()}, [[self.scalar()], {}], [], {}, [None, [1]]])
        return self.scalar()

    def json_text(self, value):
        text = json.dumps(value, ensure_ascii=self.chance(0.5))
        return text.replace("/", "\\/") if self.chance(0.1) else text

    def json(self, _level=0):
        members = [f"{self.json_text(self.name())}{self.pick([':', ' : '])}{self.json_text(self.json_value())}" for _ in range(self.random.randrange(7))]
        blank = self.pick(["", " ", "\n  ", "\t", "/* c */", "// c\n", "\r\n"])
        body = "{" + blank + ("," + blank).join(members) + blank + "}"
        key = self.pick(["uwsgi"] * 5 + ["other"])
        text = self.pick([f'{{"{key}":{body}}}'] * 5 + [
            f'{{"x":1,"{key}":{body},"uwsgi":{{"z":1}}}}', f'[{body}]', body, f'{{"{key}":[{body}]}}', f'{{"{key}":{body}}} x', f'{{"{key}":{body},}}',
            f'\ufeff{{"{key}":{body}}}', f'{{"uwsgi":1,"uwsgi":{body}}}', f'{{"other":{{"a":"o"}},"uwsgi":{body}}}', ""])
        return self.damage(text)

    # XML.

    def xml_text(self):
        text = self.value().replace("\x01", "").replace("\x0b", "").replace("&", "&amp;").replace("<", "&lt;")
        return text.replace("]]>", "")

    def xml_option(self):
        name = self.pick(["a", "b", "c", "print", "set", "app", "for", "endfor", "if-env", "endif", "strict", "é", "x:a", "_", "processes", "ini"])
        text = self.xml_text()
        return self.pick([f"<{name}>{text}</{name}>"] * 5 + [
            f"<{name}/>", f"<{name}></{name}>", f"<!-- {name} -->", f"<{name}><![CDATA[{text}]]></{name}>", "\n  ", f"<{name} id='one'>{text}</{name}>", f"<{name} id=''>{text}</{name}>",
            f"<{name}>&#65;{text}</{name}>", f"<{name}>{text}&#x41;&lt;</{name}>", f"<app mountpoint='/m'>\n<script>{name}</script></app>", f"<{name}>{text}<b>1</b></{name}>",
            f"<app mountpoint='/m'>{text}</app>", f"<app domain='d'>\n <module>{name}</module>\n</app>", f"<{name}>{text}<!-- c -->x</{name}>", f"<{name}> {text} \n</{name}>",
            f"<{name} mode='m'>{text}</{name}>", f"<?pi {name}?>", f"<![CDATA[{text}]]>", f"<{name}>&e;</{name}>", f"<{name}>{text}<![CDATA[x]]></{name}>", f"<{name} other='1' id='two'>{text}</{name}>",
        ])

    def xml(self, _level=0):
        body = "".join(self.xml_option() for _ in range(self.random.randrange(7)))
        head = self.pick([""] * 6 + ["<?xml version='1.0'?>\n", "<?xml version='1.0' encoding='UTF-8'?>", "<!DOCTYPE uwsgi [<!ENTITY e 'ent'>]>", "\n", "\ufeff"])
        text = self.pick([f"<uwsgi>{body}</uwsgi>"] * 5 + [
            f"<root><uwsgi id='two'><z>1</z></uwsgi><uwsgi>{body}</uwsgi></root>", f"<root><uwsgi>{body}</uwsgi><uwsgi><z>1</z></uwsgi></root>", f"<uwsgi id='x'>{body}</uwsgi>\n",
            f"<root>{body}</root>", f"<root><sub><uwsgi>{body}</uwsgi></sub></root>", f"<u:uwsgi xmlns:u='urn:x'>{body}</u:uwsgi>", f"<uwsgi>{body}", f"<root>\n <!-- c -->\n <uwsgi id='one'>{body}</uwsgi></root>"])
        return self.damage(head + text)

    # YAML.

    def yaml_scalar(self):
        text = self.value().replace("\t", " ")
        return self.pick([text] * 3 + [
            json.dumps(text), "'" + text.replace("'", "''") + "'", "plain", "1", "[a, b]", "[]", "{k: v}", "*x", "&x y", "!!str z", "|\n    l1\n    l2", ">-\n    f1\n    f2", "", "# only", "x # c",
            "a b\n    c", "? ", "~", "- x", "\"\\x41\\u00e9\"", "[a, [b, c], 'd']", "{a: [1, 2]}", "''", ":x", "x:y", "-1", "!t v", "\"a\\\n    b\"", "|+\n    k\n\n", ">\n    a\n      b\n    c\n", "|2\n      x",
            "\"\\n\\t\\0\"", "[a,\n    b]", "'a\n\n    b'", "a: b", "`x`", "@x", "x: y", "%x", "\"unterminated", "[1, 2", "{a: 1, b}", "true", "null", "0x1F", "a #b", "a# b", "|-\n    x\n   y", "\u2028", "<<",
        ])

    def yaml_line(self):
        indent = self.pick(["  "] * 8 + ["    ", "", " ", "\t"])
        name = self.pick(["a", "b", "c", "print", "'q'", "x y", "set", "for", "endfor", "\"if-env\"", "endif", "- a", "? a", "é", "processes"])
        return self.pick([f"{indent}{name}: {self.yaml_scalar()}"] * 8 + [
            f"{indent}{name}:\n{indent}  - {self.yaml_scalar()}\n{indent}  - two", f"{indent}{name}:\n{indent}- one\n{indent}- {self.yaml_scalar()}", f"{indent}{name}:\n{indent}  k: v\n{indent}  l: w", "",
            "# comment", f"{indent}? {name}\n{indent}: v", f"{indent}{name}", f"{indent}{name}:{self.yaml_scalar()}", f"{indent}{name} : x", f"{indent}<<: *x", f"{indent}{name}:\n\n{indent}  v", f"{indent}{name}: >\n",
        ])

    def yaml(self, _level=0):
        lines = [self.yaml_line() for _ in range(self.random.randrange(7))]
        head = self.pick(["uwsgi:"] * 8 + [
            "other:\n  x: 1\nuwsgi:", "---\nuwsgi:", "- uwsgi:", "uwsgi: {a: 1}", "x: &a 1\nuwsgi:", "'uwsgi':", "\"uwsgi\" :", "%YAML 1.1\n---\nuwsgi:", "uwsgi: # c", "uwsgi: !!map", "uwsgi:\n\n", "\ufeffuwsgi:", "uwsgi:\r",
            "top:\n uwsgi:", "? uwsgi\n:", "uwsgi: x", "# c\n\nuwsgi:"])
        tail = self.pick(["", "", "other:\n  z: 1", "---\nuwsgi:\n  z: 1", "...", "uwsgi:\n  z: 2", "x"])
        end = "\r\n" if self.chance(0.05) else "\n"
        return self.damage(end.join([head] + lines + [tail]) + "\n")

    def damage(self, text):
        if self.chance(0.9) or not text:
            return text
        at = self.random.randrange(len(text))
        return text[:at] + self.pick(["", "%", "\"", "{", "<", ":", "\t", ",", "\n", "&", "\\", "\x00", "]", "#", " "]) + text[at + 1:]

    # What is loaded, and how.

    def arguments(self, files):
        words = []
        for _ in range(self.random.randrange(5)):
            words += self.pick([
                ["--set", "a=1"], ["-p", "3"], ["--master"], ["--set-ph=b=%(a)"], ["--proc", "4"], ["--set=c=%(a)%(b)"], ["-Mp4"], ["-M", "-T"], ["--process=2"], ["--set", "x"], ["--nope"], ["--mast"],
                ["--master=1"], ["-p"], ["--ini"], ["--print", "%(a)"], ["--print=$(FOO) %n"], ["--strict"], ["--declare-option", "o=a=$1"], ["--if-env", "NOPE"], ["--endif"], ["--for", "1 2"], ["--endfor"],
                ["--threads", "x"], ["--buffer", "1"], ["-b", "1"], ["-b1"], ["--pl", "rpc"], ["--plugin", "http"], ["--http", ":0"], ["--wsgi-file", "one.txt"], ["-w", "m"], ["--chmod-socket"], ["--chmod-socket=666"],
                ["--chmod-socket", "666"], ["-C"], ["-C660"], ["--", "one.txt"], ["[x"], ["-"], ["--module", "x"], ["-z", "5"], ["-z5"], ["-Z"], ["--inherit", self.pick(files)], ["--include", self.pick(files)], [self.pick(files)],
                ["--blacklist", "a"], ["--env", "E=1"], ["--env=FOO=new"], ["--log-zero"], ["-H", "/x"], ["--umask=022"], ["--socket"], ["-s", "x.sock"], ["--uid", "root"], ["--s"], ["--thread", "2"],
                ["--set", "=x"], ["--exit=2"], ["--exit", "2"], ["--version"], ["--get", "a"], ["-x", self.pick(files)], ["-y", self.pick(files)], ["-j", self.pick(files)], ["--resolve", "r=localhost"],
            ])
        return words

    def environment(self):
        environment = dict(ENVIRONMENT)
        for _ in range(self.random.randrange(3) if self.chance(0.3) else 0):
            name, value = self.pick([
                ("UWSGI_PROCESSES", "2"), ("UWSGI_A", "env"), ("UWSGI_SET", "a=fromenv"), ("UWSGI_PLUGINS", "rpc"), ("UWSGI_PLUGIN", "http"), ("UWSGI_STRICT", "1"), ("UWSGI_INI", "inject.ini"), ("UWSGI_MASTER", "false"),
                ("UWSGI_X_Y", "%(a)"), ("UWSGI_", "x"), ("UWSGI_VASSALS_DIR", "/x"), ("UWSGI_LOG_X", "$(FOO)"), ("uwsgi_a", "1"), ("UWSGIX", "1"), ("UWSGI_a", "low"),
            ])
            environment[name] = value
        return environment

    def write(self, folder, number):
        """Writes an input, what it includes, and how it is loaded."""
        self.stem = f"gen{number:05}"
        forms = {"ini": self.ini, "json": self.json, "xml": self.xml, "yaml": self.yaml}
        for part, level in [("one", 1), ("two", 2)]:
            for form, make in forms.items():
                put(folder / "parts" / f"{self.stem}_{part}.{form}", make(level))
        kind = self.pick(["ini"] * 6 + ["json", "xml", "yaml", "yaml"])
        put(folder / f"{self.stem}.{kind}", forms[kind]())
        meta = {"env": self.environment(), "tokens": ["DIR", "HOSTNAME", "VERSION", "BINARY", "TIME"], "timeout": 20}
        files = [f"{self.stem}.{kind}"] + [f"parts/{self.stem}_{part}.{form}" for part in ["one", "two"] for form in forms]
        if self.chance(0.3):
            meta["args"] = self.arguments(files)
        if self.chance(0.15):
            option = {"ini": "--ini", "json": "--json", "xml": "--xml", "yaml": "--yaml"}[kind]
            meta["load"] = self.pick([
                [option, "FILE:other"], [option, "FILE:one"], [option, "FILE:"], ["FILE"], [option, "{DIR}/FILE"], [option, "./FILE"], [option, "sub/../FILE"], [option, "FILE", self.pick(files)],
                [option, "FILE", option, self.pick(files)], ["--include", "FILE"], ["--inherit", "FILE"], ["--config", "FILE"], [option + "=FILE"], ["FILE:other"], ["FILE", "FILE"],
            ])
        if self.chance(0.05):
            meta["binary"] = self.pick(["uwsgi-core", "uwsgi"])
        (folder / f"{self.stem}.meta.json").write_text(json.dumps(meta))


def put(path, text):
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def write_all(folder, count, seed, options=None):
    """Fills a folder with the inputs of a seed, and with the files that they read."""
    folder = Path(folder)
    (folder / "parts").mkdir()
    (folder / "sub").mkdir()
    put(folder / "sub" / "deep.txt", "deep")
    put(folder / "sub" / "EDIR", "from folder \n")
    for name, text in FILES.items():
        put(folder / name, text)
    generator = Generator(seed, options)
    for number in range(count):
        generator.write(folder, number)
