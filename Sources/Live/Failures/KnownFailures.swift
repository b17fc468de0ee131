// pattern | joints that it explains | severity where all joints hold (- for none) | meaning | fix
// The patterns are the programs' own words; the more telling of two lines comes first.
let knownFailures = #"""
  [emerg]*host not found in upstream | program-not-running nginx-not-running container-not-running | warning | nginx cannot resolve the name of an upstream | Give the upstream a name that resolves on nginx's network, or a resolver and a variable
  [emerg]*getpwnam( | program-not-running nginx-not-running container-not-running | warning | the account of nginx's `user` does not exist in the image | Use the account that the package makes, or make this one
  [emerg]*getgrnam( | program-not-running nginx-not-running container-not-running | warning | the group of nginx's `user` does not exist in the image | Use the group that the package makes, or make this one
  [emerg]*bind() to*failed (13 | program-not-running nginx-not-running port-unanswering container-not-running | warning | nginx may not bind a port below 1024 as this user | Listen on a port from 1024 up, or start nginx as root
  [emerg]*bind() to*failed (98 | program-not-running nginx-not-running container-not-running | warning | another process holds nginx's port, often an nginx that daemonised | Put `daemon off;` in exactly one place
  [emerg]*bind() to*failed (99 | program-not-running nginx-not-running container-not-running | warning | nginx listens on an address that the container does not have | Listen on a port without an address
  [emerg]*open()*.pid*failed | program-not-running nginx-not-running pid-file-stale container-not-running | warning | nginx cannot write its pid file | Make the folder in the image, or set `pid /tmp/nginx.pid;`
  [emerg]*open()*log*failed | program-not-running nginx-not-running container-not-running | warning | nginx cannot open a log file | Make the folder in the image, or log to /dev/stderr
  [emerg]*mkdir()*failed (13 | program-not-running nginx-not-running container-not-running | warning | nginx may not make its folders for temporary files | Point the `*_temp_path` directives below /tmp, or give it the folders
  [emerg]*cannot load certificate | program-not-running nginx-not-running container-not-running | warning | a certificate of nginx is not in the container | Mount or copy it, or drop the directive
  [emerg]*directive is duplicate | program-not-running nginx-not-running container-not-running | warning | a directive of nginx is given twice | Keep one of the two
  [emerg]*unknown directive | program-not-running nginx-not-running container-not-running | warning | nginx does not know a directive | Correct its spelling, or load the module that brings it
  [emerg]*directive is not allowed here | program-not-running nginx-not-running container-not-running | warning | a directive of nginx stands in the wrong context | Move it to a context that may hold it, or include the file there
  [emerg]*is not terminated by | program-not-running nginx-not-running container-not-running | warning | a semicolon is missing in nginx's configuration | End the directive with a semicolon
  [emerg]*no "events" section | program-not-running nginx-not-running container-not-running | warning | nginx's configuration has no `events` block | Add `events {}`
  [emerg] | program-not-running nginx-not-running container-not-running | warning | nginx refuses its configuration | Correct the line that it names
  connect() to*failed (13: | upstream-socket-forbidden request-not-answered | warning | nginx's user may not write uWSGI's socket | Give both one group and set `chmod-socket = 660`, or `chown-socket` to nginx's user
  connect() to*failed (2: | upstream-socket-missing request-not-answered | warning | nginx looks for uWSGI's socket where there is none | Give `uwsgi_pass` and uWSGI's `socket` the same absolute path
  connect()*failed (111: | upstream-socket-missing request-not-answered | warning | nothing listens where nginx passes its requests | Give `uwsgi_pass` and uWSGI's `socket` the same address
  connect()*failed (11: | requests-serialised request-not-answered | warning | uWSGI's queue is full: its workers are stuck or too few | Set `harakiri`, give it more workers, or a longer `listen` queue
  upstream timed out (110 | request-not-answered requests-serialised | warning | the application did not answer nginx in time | Find what blocks the workers; `uwsgi_read_timeout` should not be below `harakiri`
  upstream sent too big header | request-not-answered | warning | the application's headers are larger than nginx's buffer | Raise `uwsgi_buffer_size`
  KeyError: 'REQUEST_METHOD' | request-not-answered | warning | nginx passes requests without their variables | Include `uwsgi_params` beside `uwsgi_pass`
  invalid request block size: | uwsgi-unanswering request-not-answered | warning | uWSGI got a request that is larger than its buffer, or HTTP where it expects uwsgi | Use `uwsgi_pass`, or raise `buffer-size` to 32768
  unavailable modifier requested | uwsgi-unanswering request-not-answered | warning | uWSGI has no plugin for Python | Install the plugin's package and set `plugins = python3` as the first option
  no request plugin is loaded | uwsgi-unanswering application-not-loaded request-not-answered | warning | uWSGI has no plugin that could run an application | Install the plugin's package and set `plugins = python3` as the first option
  Operational MODE: no-workers | uwsgi-not-running worker-count-unexpected uwsgi-unanswering request-not-answered | warning | uWSGI runs without a worker: nobody serves its socket | Set `processes` to a number above 0
  ModuleNotFoundError: No module named 'encodings' | program-not-running uwsgi-not-running container-not-running | warning | uWSGI's Python finds no standard library: `virtualenv` is of another Python | Make the virtual environment with the Python that uWSGI embeds
  Python Home is not a directory | program-not-running uwsgi-not-running container-not-running | warning | uWSGI's `virtualenv` is not there | Correct its path, or make it in the image
  ModuleNotFoundError: | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | the application imports a module that uWSGI's Python does not find | Copy it to the folder that uWSGI starts in, set `pythonpath`, or install it for this Python
  ImportError: | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | the application cannot be imported | Read the traceback above the line
  SyntaxError: | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | the application is not valid for this Python | Read the traceback above the line
  unable to find "application" callable | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | the application's file has no object of that name | Set `callable` to the name of the application's object
  failed to open python file | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | the file of the application is not there | Correct `wsgi-file`, or the folder that it is relative to
  unable to load app 0 | application-not-loaded program-not-running uwsgi-not-running request-not-answered | warning | uWSGI found no application under `module` and `callable` | Set `module` and `callable` to the application's names
  no python application found | application-not-loaded request-not-answered | warning | uWSGI answers requests without an application | Set `module` and `callable` to the application's names
  no app loaded. GAME OVER | application-not-loaded program-not-running uwsgi-not-running | warning | uWSGI ended because it needs an application and found none | Set `module` and `callable` to the application's names
  invalid cheaper value: must be lower | program-not-running uwsgi-not-running container-not-running | warning | uWSGI's `cheaper` is not below its `processes` | Set `cheaper` lower, or `processes` higher
  -s/--socket option is missing | program-not-running uwsgi-not-running container-not-running | warning | uWSGI has no socket to listen on | Add `socket` to the file that uWSGI reads
  Can't find section "uwsgi" | program-not-running uwsgi-not-running container-not-running | warning | uWSGI's file has no section `[uwsgi]`, so none of its options count | Name the section `[uwsgi]`
  realpath() of*failed | program-not-running uwsgi-not-running container-not-running | warning | a configuration file of uWSGI is not there | Correct the path, or copy the file
  bind(): No such file or directory | program-not-running uwsgi-not-running upstream-socket-missing | warning | the folder of uWSGI's socket does not exist | Make it in the image, or put the socket below /tmp
  bind(): Permission denied | program-not-running uwsgi-not-running upstream-socket-missing | warning | uWSGI's user may not make the socket there | Give its user the folder, or set `chown-socket`
  bind(): Address already in use | program-not-running uwsgi-not-running | warning | another process holds uWSGI's address | Start one uWSGI only
  probably another instance of uWSGI | program-not-running uwsgi-not-running | warning | another process holds uWSGI's address | Start one uWSGI only
  chdir(): No such file | program-not-running uwsgi-not-running | warning | uWSGI's `chdir` does not exist | Correct it, or make the folder in the image
  *group * not found. | program-not-running uwsgi-not-running | - | uWSGI's `gid` is no group of the image | Make the group, or use one that is there
  *user * not found. | program-not-running uwsgi-not-running | - | uWSGI's `uid` is no user of the image | Make the user, or use one that is there
  unable to find user | program-not-running uwsgi-not-running | warning | `chown-socket` names a user that the image does not have | Make the user, or use one that is there
  unable to find group | program-not-running uwsgi-not-running | warning | `chown-socket` names a group that the image does not have | Make the group, or use one that is there
  cannot setuid() as non-root | program-not-running uwsgi-not-running | warning | uWSGI does not start as root and may not become another user | Remove `uid` and `gid`, or start it as root
  cannot setgid() as non-root | program-not-running uwsgi-not-running | warning | uWSGI does not start as root and may not become another group | Remove `uid` and `gid`, or start it as root
  [strict-mode] unknown config directive | program-not-running uwsgi-not-running | warning | uWSGI is strict and does not know an option | Correct the option's name
  unrecognized option | program-not-running uwsgi-not-running container-not-running | warning | a program does not know an option of its command line | Correct it, or load the plugin that brings it
  open("*.pid"): | program-not-running uwsgi-not-running pid-file-stale | warning | uWSGI cannot write its pid file | Make the folder in the image, or put the file below /tmp
  open("*.log"): | program-not-running uwsgi-not-running | warning | uWSGI cannot write its log file | Log to standard output
  Listen queue size is greater than | program-not-running uwsgi-not-running | warning | uWSGI's `listen` is above the kernel's limit | Lower it, or raise net.core.somaxconn for the container
  invalid min-worker-lifetime | program-not-running uwsgi-not-running | warning | `max-worker-lifetime` is not above `min-worker-lifetime` | Raise it
  UNABLE to load uWSGI plugin | application-not-loaded uwsgi-unanswering request-not-answered failure-in-log | warning | uWSGI could not load a plugin | Correct its name, or install its package
  Can't drop privilege as nonroot user | container-not-running | warning | supervisord does not start as root and may not become another user | Remove `user` from `[supervisord]`, or start the container as root
  could not find config file | container-not-running | warning | supervisord's configuration is not where it looks | Copy it there, or start supervisord with `-c`
  cannot be expanded | container-not-running program-not-running | warning | supervisord cannot expand a value | Write `%%` for a plain per cent sign
  Invalid user name | container-not-running | warning | supervisord's configuration names a user that the image does not have | Make the user, or use one that is there
  The directory named as part of the path | container-not-running | warning | the folder of one of supervisord's logs does not exist | Make it in the image, or log to /dev/stdout
  *Error: *in section | container-not-running program-not-running | - | supervisord refuses its configuration | Correct the line that it names
  can't find command | program-not-running container-not-running | warning | the command of a program is not in the image | Correct the command's path
  unknown error making dispatchers | program-not-running | warning | supervisord may not open a program's log | Log to /dev/fd/1, or run supervisord as root
  uncaptured python exception, closing channel | failure-in-log program-not-running | warning | supervisord lost a program's output: it cannot rotate a stream | Set `stdout_logfile_maxbytes` and `stderr_logfile_maxbytes` to 0
  running uWSGI as root | worker-as-root failure-in-log | - | uWSGI runs as root | Set `uid` and `gid`
  uWSGI listen queue of socket | requests-serialised failure-in-log | warning | uWSGI's queue was full | Set `harakiri`, give it more workers, or a longer `listen` queue
  got Segmentation Fault | uwsgi-unanswering request-not-answered failure-in-log | warning | uWSGI crashed | Look for two versions of one library, such as OpenSSL in a wheel
  without its master process manager | failure-in-log uwsgi-not-running | - | uWSGI runs without a master: a worker that dies is not replaced | Set `master = true`
  upstream prematurely closed connection | uwsgi-unanswering request-not-answered | warning | uWSGI closed the connection without an answer | Use `uwsgi_pass` with `socket` and `proxy_pass` with `http-socket`, and include `uwsgi_params`
  readv() failed (104:*while reading upstream | request-not-answered uwsgi-unanswering failure-in-log | warning | the application closed the connection before nginx had the answer, as one does that leaves a request's body unread | Read the body, or set `post-buffering = 8192`
  recv() failed (104:*while reading response header from upstream | request-not-answered uwsgi-unanswering failure-in-log | warning | the application closed the connection before nginx had the answer, as one does that leaves a request's body unread | Read the body, or set `post-buffering = 8192`
  open()*failed (2: No such file | static-file-wrong failure-in-log | note | nginx looks for a file where there is none | Copy the file there, or correct `alias` or `root`
  open()*failed (13: | static-file-wrong failure-in-log | warning | nginx's user may not read a file | Make it readable for nginx's user
  client intended to send too large body | failure-in-log | note | a request was larger than nginx allows | Raise `client_max_body_size`
  DisallowedHost | request-not-answered expectation-unmet failure-in-log | warning | Django does not know the host name | Add it to ALLOWED_HOSTS
  exec format error | container-not-running program-not-running | warning | the image is for another machine, or the script has no first line | Build for this machine, or start the script with its interpreter
  no such file or directory: unknown | container-not-running | warning | the command of the container is not in the image | Correct ENTRYPOINT or CMD, and look for CRLF line ends in scripts
  gave up: | program-not-running failure-in-log | warning | supervisord gave up a program | Read the program's own last lines
  exited:*not expected) | program-not-running | - | a program of supervisord ended | Read the program's own last lines
  """#
