"""Random configurations for supervisord: mostly sound, each with a few oddities."""
import json, os, random

FIXTURE = {
    'host': 'testhost',
    'env': {'PATH': '/usr/local/bin:/usr/bin:/bin', 'HOME': '/root', 'LANG': 'C.UTF-8',
            'PORT': '8080', 'NAME': 'shop', 'SPACED': 'two words', 'QUOTE': 'say "hi"'},
    'users': {'root': {'uid': 0, 'gid': 0, 'home': '/root'},
              'www-data': {'uid': 33, 'gid': 33, 'home': '/var/www'},
              'app': {'uid': 1000, 'gid': 1001, 'home': '/home/app/'}},
    'groups': {'root': 0, 'www-data': 33, 'app': 1001},
    'dirs': ['/', '/tmp', '/var', '/var/log', '/run', '/dev', '/home', '/home/app', '/root',
             '/app'],
}

TEXTS = ['', 'x', 'a b', '"quoted"', "it's", '%(here)s/x', '%(ENV_NAME)s', '%(ENV_NOPE)s',
         '100%', '100%%', '%%(here)s', '%s', '%(program_name)s', '%(process_num)02d',
         '%(numprocs)d', '%(ENV_PORT)d', '%(host_node_name)s', '%(group_name)-8s|', '%(ENV_NAME)r',
         '%(here', '%Y', '%5%', '%*d', '%(process_num)+5.3d', '%(process_num)#x',
         '%(process_num)-4d|', '%(process_num)05d', '%(ENV_NAME).2s', '%(process_num)c',
         '%(process_num)hd', '%(process_num)s %s', 'é', '\u3000x', 'a;b', 'a ;b', 'a #b', 'a#b',
         '~/x', '~app/x', '~nobody/x', '/no/such/x', '/var/log/x.log', '/tmp/x', 'rel/x', 'AUTO',
         'none', 'syslog', 'Off', '/dev/stdout', 'true', 'NO', 'on', '1', '0', '-1', '+7', '1_000',
         '1__0', ' 12 ', '1.5', '0x10', '0o17', '٣', '10MB', '5 kb', '2GB', '10M', '1.5MB', '022',
         '0777', '089', 'root', 'app', 'nobody', '1000', '4242', 'app:app', 'root:nobody', ':',
         'TERM', 'sigint', 'SIGRTMIN', '9', '99', '_DFL', 'unexpected', 'always', '0,2', '0, 1',
         '256', ',', 'info', 'WARN', 'warning', 'a,b', 'a, b ,', 'p0,p1', 'TICK_5,process_log',
         'TICK_6', 'unix:///run/%(program_name)s.sock', 'unix://run/f', 'tcp://LocalHost:9000',
         'tcp://h:0', 'tcp://h:70000', 'tcp:h', 'http', '*:9001', '127.0.0.1:%(ENV_PORT)s', 'h:',
         ':80', '9001', '0', '{SHA}abc', 'A=1', 'A=1,B="two words"', "A='x,y',B=%(ENV_PORT)s",
         'A="%(ENV_NAME)s",A=2', 'A', 'A=,B=2', 'A="1" B="2"', 'A="open', 'A=a#b,B=2', 'A=x;B=y',
         'PATH="/opt/bin:%(ENV_PATH)s"', 'U=http://h/?a=1&b=2', 'H=*.x', "Q='say \"hi\"'",
         "C='it'x,D=2", '/bin/sh -c "echo \'a b\'"', "/bin/x 'open", '/bin/x \\', '/bin/x a\\ b',
         '/bin/x "a\\"b\\c"', '/bin/x "" \'\' x""y', 'supervisor.rpcinterface:make_main_rpcinterface',
         'supervisor.rpcinterface:nothing', 'supervisor.nothing:x', 'nosuch.mod:f', 'os.path',
         'not an entry', 'supervisor.dispatchers:default_handler', '\ttab', 'x\ty', '= x', ': x',
         '[x]', 'x = y']

BOOLEANS = ['true', 'false', 'YES', 'no', 'On', 'off', '1', '0']
NUMBERS = ['0', '1', '2', '3', '10', '60']
GOOD = {
    'nodaemon': BOOLEANS, 'silent': BOOLEANS, 'user': ['root', 'app', '33'],
    'logfile': ['/tmp/s.log', '~/s.log', 's.log', '/dev/null', 'syslog', '%(here)s/s.log'],
    'loglevel': ['info', 'Debug'], 'umask': ['022', '077'], 'minfds': NUMBERS,
    'environment': ['A="1"', 'B=%(ENV_PORT)s,C="x y"', ''], 'pidfile': ['/run/s.pid', '~/p'],
    'childlogdir': ['/tmp', '~'], 'identifier': ['me'], 'directory': ['/tmp', '/app'],
    'command': ['/bin/x', '/bin/x --n %(process_num)d', 'x "a b" c', '%(here)s/run'],
    'process_name': ['%(program_name)s_%(process_num)02d', '%(program_name)s', 'p%(process_num)s'],
    'numprocs': ['1', '2', '3', '0'], 'numprocs_start': ['0', '5'], 'priority': ['1', '999', '-5'],
    'autostart': BOOLEANS, 'autorestart': BOOLEANS + ['unexpected'], 'startsecs': NUMBERS,
    'startretries': NUMBERS, 'exitcodes': ['0', '0,2', ''], 'stopsignal': ['TERM', 'QUIT', 'INT'],
    'stopwaitsecs': NUMBERS, 'stopasgroup': ['false', 'no'], 'killasgroup': BOOLEANS,
    'redirect_stderr': BOOLEANS, 'stdout_logfile': ['/dev/stdout', '/tmp/a.log', 'AUTO', 'NONE',
                                                    '/tmp/%(program_name)s-%(process_num)d.log'],
    'stdout_logfile_maxbytes': ['0', '1MB'], 'stderr_logfile': ['/dev/stderr', 'AUTO', 'syslog'],
    'stderr_logfile_maxbytes': ['0', '50MB'], 'stdout_syslog': BOOLEANS,
    'stdout_capture_maxbytes': ['0', '1KB'], 'serverurl': ['AUTO', 'http://h'],
    'stdout_events_enabled': BOOLEANS, 'stderr_logfile_backups': NUMBERS,
    'events': ['TICK_5', 'PROCESS_STATE,tick_60'], 'buffer_size': ['10', '1'],
    'result_handler': ['supervisor.dispatchers:default_handler'],
    'socket': ['unix:///run/f.sock', 'tcp://localhost:9000'], 'socket_mode': ['0700'],
    'socket_owner': ['app', 'app:app'], 'socket_backlog': ['5'], 'programs': ['p0', 'p1,p2', ''],
    'file': ['/run/s.sock', '%(here)s/s.sock'], 'chmod': ['0700'], 'chown': ['app:app', 'root'],
    'username': ['u'], 'password': ['p', '{SHA}ab'], 'port': ['9001', '127.0.0.1:9001', '*:9002'],
    'files': ['%s.d/*.conf', '%s.d/a.conf %s.d/b*.ini', 'none.d/*', '%s.d/?.conf'],
    'supervisor.rpcinterface_factory': ['supervisor.rpcinterface:make_main_rpcinterface'],
}
PROGRAM = list(GOOD)[12:37]
KEYS = {
    'supervisord': ['nodaemon', 'silent', 'user', 'logfile', 'loglevel', 'umask', 'minfds',
                    'environment', 'pidfile', 'childlogdir', 'identifier', 'directory'],
    'program': PROGRAM + ['environment', 'directory', 'user', 'umask'],
    'eventlistener': ['events', 'buffer_size', 'result_handler', 'autostart', 'priority',
                      'stderr_logfile', 'numprocs', 'process_name'],
    'fcgi-program': ['socket', 'socket_mode', 'socket_owner', 'socket_backlog', 'user',
                     'priority', 'numprocs', 'process_name'],
    'group': ['programs', 'priority'],
    'unix_http_server': ['file', 'chmod', 'chown', 'username', 'password'],
    'inet_http_server': ['port', 'username', 'password'],
    'rpcinterface': ['supervisor.rpcinterface_factory', 'retries'],
    'include': ['files'],
    'DEFAULT': ['command', 'user', 'priority', 'stdout_logfile', 'x'],
}
NEEDED = {'program': 'command', 'eventlistener': 'events', 'fcgi-program': 'socket',
          'unix_http_server': 'file', 'inet_http_server': 'port', 'include': 'files',
          'rpcinterface': 'supervisor.rpcinterface_factory'}


class Writer:
    def __init__(self, rng, name):
        self.rng = rng
        self.name = name
        self.oddity = rng.choice([0, 0, 0.01, 0.02, 0.05, 0.15])

    def odd(self):
        return self.rng.random() < self.oddity

    def value(self, key):
        if self.odd():
            return self.rng.choice(TEXTS)
        return self.rng.choice(GOOD.get(key, TEXTS)).replace('%s.d', self.name + '.d')

    def option(self, key):
        rng = self.rng
        value = self.value(key)
        if self.odd():
            key = rng.choice([key.upper(), key + ' ', key + 's', 'k y', ''])
        delimiter = rng.choice(['=', '=', '=', ' = ', ':', ': ']) if not self.odd() else ''
        line = key + delimiter + value
        if self.odd():
            line = rng.choice(['  ', '\t', '\u00a0']) + line
        if self.odd():
            line += rng.choice([' ; note', ' # note', ';x', '\t#', ' ;a #b', '#a ;b #c', '  '])
        if self.odd():
            line += '\n' + rng.choice(['  more', '', '# note', '   ; note', '\n  x=y', '\tA=1'])
        return line

    def section(self, kind, label):
        rng = self.rng
        header = '[%s%s]' % (kind, label)
        if self.odd():
            header = rng.choice(['[ %s%s]', '[%s%s ]', '[%s%s]]', '[%s%s] x', ' [%s%s]', '[%s%s',
                                 '[%s:%s]', '[]', '[%s%s];']).replace('%s', '{}').format(kind, label)
        keys = rng.sample(KEYS[kind], rng.randint(0, min(5, len(KEYS[kind]))))
        needed = NEEDED.get(kind)
        if needed and needed not in keys and not self.odd():
            keys.insert(0, needed)
        if kind in ('eventlistener', 'fcgi-program') and not self.odd():
            keys.append('command')
        if 'numprocs' in keys and not self.odd():
            lines = [self.option(k) for k in keys if k not in ('process_name',)]
            lines.append('process_name=%(program_name)s%(process_num)d')
        else:
            lines = [self.option(k) for k in keys]
        if kind.endswith('_server') and ('username=' in ''.join(lines)) and not self.odd():
            lines += ['username=u', 'password=p']
        return '\n'.join([header] + lines)

    def file(self, isMain):
        rng = self.rng
        kinds = ['program'] * 4 + ['group', 'eventlistener', 'fcgi-program', 'unix_http_server',
                                   'inet_http_server', 'rpcinterface', 'include', 'DEFAULT',
                                   'supervisord']
        parts = [self.section('supervisord', '')] if isMain and not self.odd() else []
        for index in range(rng.randint(0, 5)):
            kind = rng.choice(kinds)
            label = ':p%d' % index if kind in ('program', 'eventlistener', 'fcgi-program',
                                               'rpcinterface') else ''
            if kind == 'group':
                label = ':g%d' % index
            if label and self.odd():
                label = rng.choice([':', ': x', ':a b', ':a/b', ':a:b', ':p%%1', ':é', ':p0'])
            parts.append(self.section(kind, label))
        rng.shuffle(parts)
        text = rng.choice(['\n', '\n\n']).join(parts) + rng.choice(['', '\n', '\n\n'])
        if self.odd():
            text = rng.choice(['\ufeff', 'stray\n', '; note\n', '\n']) + text
        if self.odd():
            text = text.replace('\n', rng.choice(['\r\n', '\r']))
        data = text.encode()
        if self.odd() and data:
            at = rng.randrange(len(data))
            data = data[:at] + rng.choice([b'\xe9', b'\xff', b'\xe2\x82', b'\xc3']) + data[at:]
        return data

    def arguments(self, path):
        rng = self.rng
        argv = ['-c', path] if rng.random() < 0.9 else ['--configuration=' + path]
        if rng.random() < 0.25:
            argv += rng.choice([
                ['-n'], ['-e', 'debug'], ['-e', 'loud'], ['--loglevel=warn'], ['--log', 'x'],
                ['-u', 'app'], ['-u', 'nobody'], ['-m', '077'], ['-m', '9'], ['-l', '/no/x'],
                ['-y', '1MB'], ['-nsk'], ['--nodaemon=1'], ['-n', 'true'], ['-z', 'x'], ['-c', 'y'],
                ['--user'], ['-d', '/tmp'], ['--foreground'], ['-Z'], ['--', 'x'], ['-h'], ['-v'],
                ['-i', 'me'], ['-j', '~/p'], ['-a', '9'], ['--minprocs=7'], ['--pid', '/tmp/p'],
                ['-q', '/no'], ['-nn'], ['-t'], ['--no', 'x'], ['--noc']])
        return argv


def write(folder, seed, count):
    """Every other case tries one thing only, so that no error hides another."""
    import random_supervisord_parts
    os.makedirs(folder, exist_ok=True)
    root = folder + '.root'
    cases = {}
    for number in range(count):
        name = 'case%04d' % number
        path = '%s/%s.conf' % (root, name)
        rng = random.Random('%d/%d' % (seed, number))
        if number % 2:
            files, cases[name] = random_supervisord_parts.case(rng, name, path)
            for file, data in files.items():
                os.makedirs(os.path.dirname(os.path.join(folder, file)), exist_ok=True)
                with open(os.path.join(folder, file), 'wb') as f:
                    f.write(data)
            continue
        writer = Writer(rng, name)
        with open(os.path.join(folder, name + '.conf'), 'wb') as f:
            f.write(writer.file(True))
        if writer.rng.random() < 0.5:
            os.makedirs(os.path.join(folder, name + '.d'), exist_ok=True)
            for included in writer.rng.sample(['a.conf', 'b.conf', 'b1.ini', '.h.conf'], 2):
                with open(os.path.join(folder, name + '.d', included), 'wb') as f:
                    f.write(writer.file(False))
        cases[name] = {'argv': writer.arguments(path)}
        if writer.rng.random() < 0.05:
            cases[name]['tool'] = 'client'
    for name, value in (('fixture.json', dict(FIXTURE, root=root)), ('cases.json', cases)):
        with open(os.path.join(folder, name), 'w') as f:
            json.dump(value, f, indent=1)
