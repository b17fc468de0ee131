"""Random configurations for supervisord that each try one thing: a key, a syntax, an option."""
from random_supervisord import GOOD, KEYS, NEEDED, TEXTS

NAMES = ['here', 'host_node_name', 'program_name', 'group_name', 'process_num', 'numprocs',
         'ENV_PORT', 'ENV_NAME', 'ENV_NOPE', 'ENV_SPACED', 'ENV_QUOTE', 'ENV_A', 'env_port', 'x',
         '', 'a b', 'ENV_', ' here', 'section']
EVENTS = ['EVENT', 'PROCESS_STATE', 'PROCESS_STATE_STOPPED', 'PROCESS_STATE_EXITED',
          'PROCESS_STATE_STARTING', 'PROCESS_STATE_STOPPING', 'PROCESS_STATE_BACKOFF',
          'PROCESS_STATE_FATAL', 'PROCESS_STATE_RUNNING', 'PROCESS_STATE_UNKNOWN',
          'PROCESS_COMMUNICATION', 'PROCESS_COMMUNICATION_STDOUT', 'PROCESS_COMMUNICATION_STDERR',
          'PROCESS_LOG', 'PROCESS_LOG_STDOUT', 'PROCESS_LOG_STDERR', 'REMOTE_COMMUNICATION',
          'SUPERVISOR_STATE_CHANGE', 'SUPERVISOR_STATE_CHANGE_RUNNING',
          'SUPERVISOR_STATE_CHANGE_STOPPING', 'TICK', 'TICK_5', 'TICK_60', 'TICK_3600',
          'PROCESS_GROUP', 'PROCESS_GROUP_ADDED', 'PROCESS_GROUP_REMOVED', 'TICK_6', 'PROCESS',
          'TICK_5 TICK_60', 'Event', '']
OPTIONS = ['-n', '--nodaemon', '-s', '--silent', '-h', '--help', '-?', '-v', '--version', '-u',
           '--user', '--user=', '-m', '--umask=', '-d', '--directory=', '-l', '--logfile=', '-y',
           '--logfile_maxbytes=', '-z', '--logfile_backups=', '-e', '--loglevel=', '-j',
           '--pidfile=', '-i', '--identifier=', '-q', '--childlogdir=', '-k', '--nocleanup', '-a',
           '--minfds=', '-t', '--strip_ansi', '--minprocs', '--minprocs=', '--profile_options=',
           '--', '-', '--x', '-x', '--nod', '--s', '--l', '--logfile_m', '--configuration=y', '-c']
WORDS = ['A', 'B', 'PATH', 'x', '1', 'a b', 'é', 'two', '/bin/x', '-n', '--n=1', '*', '~', '$A',
         '${A}', '.', '..', 'a.b', 'A_B', 'a-b']
MARKS = ['=', '=', ',', ',', '"', "'", ' ', '\t', '\\', ';', '#', ' ;', ' #', ':', '%%', '%', '(',
         ')', '[', ']', '{', '}', '|', '&', '<', '>', '!', '?', '@', '^', '`', '+', '/', '\u00a0',
         '\u2003', '\x0b', '\x0c', '\x1f', '\x85']


def noise(rng, words=WORDS, marks=MARKS, most=9):
    return ''.join(rng.choice(words if rng.random() < 0.5 else marks)
                   for _ in range(rng.randint(0, most)))


def conversion(rng):
    """One printf conversion of Python, sound or not."""
    name = '(%s)' % rng.choice(NAMES) if rng.random() < 0.9 else ''
    flags = ''.join(rng.sample('#0- +', rng.choice([0, 0, 0, 1, 2])))
    width = rng.choice(['', '', '', '1', '2', '05', '12', '*'])
    precision = rng.choice(['', '', '', '.', '.0', '.2', '.10', '.*'])
    size = rng.choice(['', '', '', '', 'h', 'l', 'L', 'hl'])
    return '%' + name + flags + width + precision + size + rng.choice('sssddiurxXoeEfFgGca%kY')


def expansion(rng):
    return ''.join(conversion(rng) if rng.random() < 0.5 else rng.choice(['x', '/', '-', '%%', '%', ' '])
                   for _ in range(rng.randint(1, 4)))


def pairs(rng):
    """A value of `environment`, mostly of the right shape."""
    quoted = ['"%s"', "'%s'", '%s', '%s']
    parts = []
    for _ in range(rng.randint(0, 4)):
        value = rng.choice(quoted) % noise(rng, most=3)
        parts.append(rng.choice(WORDS[:4]) + rng.choice(['=', '=', '=', ' = ', ':', '']) + value)
    return rng.choice([',', ',', ',', ', ', ',\n  ', ';', ' ', ',,']).join(parts) + rng.choice(['', '', ','])


def number(rng):
    return rng.choice(['', '', '-', '+', ' ', '0', '00', '_']) + str(rng.choice(
        [0, 1, 7, 8, 9, 10, 63, 64, 65, 127, 255, 256, 1000, 4242, 65535, 65536, 2 ** 31])) + rng.choice(['', '', '', '_0', '_', ' ', 'kb', 'KB', ' MB', 'Gb', 'M', 'k', 'b',
                                   '.0', 'e3', 'L', '\u0663', 'x'])


def address(rng):
    host = rng.choice(['', '*', 'localhost', 'LOCALHOST', '127.0.0.1', '::1', '[::1]', 'a b', 'h',
                       '%(ENV_NAME)s', '/run/x', 'run/x', '~/x', '.', '//h', 'h/p', 'u@h'])
    scheme = rng.choice(['', '', 'tcp://', 'unix://', 'unix:', 'tcp:', 'http://', 'TCP://', 'Unix://'])
    port = rng.choice(['', ':', ':80', ':0', ':65535', ':65536', ':-1', ':+5', ': 80', ':8_0',
                       ':%(ENV_PORT)s', ':x', ':80:90', ':80/', ':80 '])
    return scheme + host + port


def value(rng, key):
    """A value for a key: of its own kind more often than not."""
    kinds = [lambda: rng.choice(TEXTS), lambda: rng.choice(GOOD.get(key, TEXTS)),
             lambda: expansion(rng), lambda: noise(rng)]
    if key in ('environment',):
        kinds += [lambda: pairs(rng)] * 4
    if key in ('socket', 'port', 'file', 'serverurl'):
        kinds += [lambda: address(rng)] * 4
    if key == 'events':
        kinds += [lambda: rng.choice([',', ', ', ' ', ',\n ']).join(
            rng.choice([str.upper, str.lower, str])(rng.choice(EVENTS))
            for _ in range(rng.randint(0, 4)))] * 4
    if key in ('exitcodes',):
        kinds += [lambda: ','.join(number(rng) for _ in range(rng.randint(0, 3)))] * 3
    return rng.choice(kinds + [lambda: number(rng)])()


def section(rng, kind, extra):
    """A section with what it needs, and some lines more."""
    label = ':p' if kind in ('program', 'eventlistener', 'fcgi-program', 'rpcinterface', 'group',
                             'ctlplugin') else ''
    lines = ['[%s%s]' % (kind, label)]
    needed = NEEDED.get(kind)
    given = [line.split('=')[0].strip() for line in extra]
    if needed and needed not in given:
        lines.append('%s=%s' % (needed, GOOD[needed][0]))
    if kind in ('eventlistener', 'fcgi-program') and 'command' not in given:
        lines.append('command=/bin/x')
    return '\n'.join(lines + extra)


def one_key(rng, name):
    kind = rng.choice(['supervisord'] + sorted(KEYS))
    keys = sorted(set(KEYS[kind]))
    if kind in ('eventlistener', 'fcgi-program') and rng.random() < 0.5:
        keys = sorted(set(KEYS['program']))
    chosen = rng.sample(keys, min(len(keys), rng.choice([1, 1, 2])))
    extra = ['%s=%s' % (key, value(rng, key).replace('%s.d', name + '.d')) for key in chosen]
    if rng.random() < 0.15:
        extra.append('numprocs=%s' % rng.choice(['2', '3', '0', '-1']))
        extra.append('process_name=%s' % rng.choice(['%(program_name)s%(process_num)d', 'x']))
    text = section(rng, kind, extra)
    if kind == 'group':
        text += '\n[program:p0]\ncommand=x\n[program:p1]\ncommand=y\n[program:p2]\ncommand=z'
    if kind != 'supervisord':
        text = rng.choice(['[supervisord]\n%s', '[supervisord]\nenvironment=A="7"\n%s']) % text
    return text


def ini_lines(rng, name):
    """Lines that show how the dialect is read, around a sound program."""
    pieces = ['[supervisord]', '[program:a]', 'command=/bin/x', 'command = /bin/y ; z', 'autostart',
              'autostart=false', ' autostart=false', '  more', '', ' ', '; note', '# note', ' ; note',
              'x=1', 'X=2', 'x : 3', '=1', ':1', 'rem x', 'REM', '[program:b', 'program:b]', '[]',
              '[ program:b ]', '[program: b ]', '[program:b]]', '[[program:b]]', '[program:b]#x',
              '[DEFAULT]', '[default]', 'priority=5', 'priority', 'user=app', '\tcommand=/bin/t',
              'environment=A="1",', '  B="2"', '   ; C="3"', 'directory = "/app"', 'a b = c', '[a;b]',
              '[program:c] ; x', '[program:a ;b]', 'command;=x', 'command ;=x', '"command"=x',
              'command==x', 'command=:x', 'command:=x', 'k\x00=v', 'k=\x00', '\x0bk=v', '\u2028k=v',
              '\x85', '\x1c', 'k=v\x1d', 'k=v\x0c', '[program:\u00e9]', 'command=\u00e9 x', '\ufeff[x]']
    chosen = [rng.choice(pieces) if rng.random() < 0.9 else noise(rng)
              for _ in range(rng.randint(0, 10))]
    head = ['[supervisord]', '[program:a]', 'command=/bin/x'] if rng.random() < 0.8 else []
    return rng.choice(['\n', '\n', '\n', '\r\n', '\r', '\n\r']).join(head + chosen)


def many(rng, name):
    """Groups, programs and listeners whose names and priorities meet."""
    names = ['a', 'b', 'c', 'A', 'aa']
    parts = ['[supervisord]']
    for _ in range(rng.randint(1, 6)):
        kind = rng.choice(['program', 'program', 'program', 'group', 'eventlistener', 'fcgi-program'])
        extra = []
        if rng.random() < 0.5:
            extra.append('priority=%d' % rng.choice([-1, 0, 1, 999, 1000]))
        if kind == 'group':
            members = [rng.choice(names) for _ in range(rng.randint(0, 3))]
            extra.append('programs=%s' % rng.choice([',', ', ', ' ,']).join(members))
        if rng.random() < 0.3:
            extra += ['numprocs=%d' % rng.randint(0, 3), 'numprocs_start=%d' % rng.randint(-1, 2),
                      'process_name=%s' % rng.choice(['%(process_num)d', '%(group_name)s%(process_num)s',
                                                     '%(program_name)s%(process_num)02d', 'x'])]
        parts.append(section(rng, kind, extra).replace(':p]', ':%s]' % rng.choice(names), 1))
    return '\n'.join(parts)


def plain(rng, name):
    return '[supervisord]\n[program:a]\ncommand=/bin/x\n'


def arguments(rng, path):
    argv = []
    for _ in range(rng.randint(1, 4)):
        option = rng.choice(OPTIONS)
        values = ['1', 'x', '/tmp', '/no/x', 'app', 'nobody', '077', 'debug', '5MB', '~/x', 'y', '-n', '']
        if option.endswith('='):
            option += rng.choice(values)
        argv.append(option + rng.choice(['', '', '=', 'n', '=1']) if rng.random() < 0.1 else option)
        if option in ('-u', '-m', '-d', '-l', '-y', '-z', '-e', '-j', '-i', '-q', '-a', '--minprocs',
                      '--user') and rng.random() < 0.9:
            argv.append(rng.choice(values))
    return rng.choice([['-c', path] + argv, argv + ['-c', path], ['-nc', path] + argv])


def client(rng, name):
    keys = ['serverurl', 'username', 'password', 'prompt', 'history_file', 'x']
    lines = ['%s=%s' % (key, value(rng, {'serverurl': 'socket'}.get(key, key)))
             for key in rng.sample(keys, rng.randint(0, 3))]
    return rng.choice(['[supervisorctl]', '[supervisorctl]', '[supervisord]']) + '\n' + '\n'.join(lines)


def include(rng, name):
    patterns = ['%s.d/*.conf', '%s.d/*', '%s.d/a.conf', '%s.d/[ab].conf', '%s.d/?.conf', '%s.d/b?.ini',
                '%s.d/[!a]*', '%s.d/.*', '%s.d/**', '%s.?/*.conf', '%s.*/a.*', '%s.d', '%s.d/', 'no/*',
                '%(here)s/%s.d/*.ini', '/no/*.conf', '%s.d/*.conf,%s.d/*.ini', '%s.d//a.conf',
                './%s.d/a.conf', '%s.d/[a', '%s.d/[]a]*', '%s.d/[b-a]*', '%s.d/[a-b]*', '"%s.d/a.conf"',
                '%(ENV_NAME)s/*', '%(host_node_name)s', '%(x)s', '%(program_name)s', '50%', '%s.d/../*.conf',
                '~/x', '%s.d/{a,b}.conf']
    chosen = [rng.choice(patterns).replace('%s.', name + '.') for _ in range(rng.randint(0, 3))]
    parts = ['[include]\nfiles=%s' % rng.choice([' ', ' ', '\n  ', '\t']).join(chosen)]
    if rng.random() < 0.9:
        parts.append('[supervisord]\nlogfile=%(here)s/x.log')
    if rng.random() < 0.5:
        parts.append('[program:a]\ncommand=%(here)s/a\npriority=3')
    rng.shuffle(parts)
    return '\n'.join(parts)


def included(rng):
    parts = ['[program:a]\ncommand=%(here)s/b', '[program:b]\ncommand=/bin/b', '[supervisord]\nuser=app',
             '[DEFAULT]\npriority=7', '[program:a]\npriority=x', '[include]\nfiles=*', 'stray', '',
             '[group:g]\nprograms=a,b', '[program:c]\ncommand=x\nenvironment=H="%(here)s"',
             '[program:b]\nautostart=no', '[unix_http_server]\nfile=%(here)s/s', 'k', '[program:d]\nx']
    return '\n'.join(rng.sample(parts, rng.randint(0, 3)))


KINDS = [one_key, one_key, one_key, one_key, ini_lines, ini_lines, many, include, client, plain]


def case(rng, name, path):
    """The files of one case by their names, and how it is run."""
    make = rng.choice(KINDS)
    variation = {'argv': ['-c', path]}
    data = make(rng, name).encode('utf-8', 'surrogatepass')
    files = {name + '.conf': data}
    if make is include:
        for part in rng.sample(['a.conf', 'b.conf', 'b1.ini', '.h.conf', 'c', '[a'], 3):
            files[name + '.d/' + part] = included(rng).encode()
    if make is client:
        variation['tool'] = 'client'
    if make is plain:
        variation['argv'] = arguments(rng, path)
    if rng.random() < 0.2:
        variation['env'] = {rng.choice(['A', 'NOPE', 'PORT', 'ENV', 'a']): rng.choice(
            ['', '1', 'a b', 'é', '%s', '%(here)s', 'x\ny', '"', "'", ';', ' #'])}
    return files, variation
