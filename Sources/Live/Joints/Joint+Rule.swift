package import Rules

extension Joint {
  /// The area of all joints.
  package static let area = "probe"

  /// What reports say of the joint.
  package var rule: Rule {
    let words = words
    return Rule(
      id: rawValue, area: Self.area, severity: words.severity, title: words.title, why: words.why,
      fix: words.fix, page: "# \(words.title)\n\n## Why\n\(words.why)\n\n## Fix\n\(words.fix)\n")
  }

  /// The joint as the progress names it while it holds.
  package var subject: String { words.subject }

  private var words: Words {
    jointWords[self] ?? Words(.error, rawValue, rawValue, "", "")
  }
}

private struct Words: Sendable {
  var severity: Severity
  var subject: String
  var title: String
  var why: String
  var fix: String

  init(
    _ severity: Severity, _ subject: String, _ title: String, _ why: String, _ fix: String
  ) {
    self.severity = severity
    self.subject = subject
    self.title = title
    self.why = why
    self.fix = fix
  }

  /// Reads `joint | severity | subject | title | why | fix`.
  static func row(_ row: Substring) -> (Joint, Words)? {
    let fields = row.split(separator: " | ").map(String.init)
    guard fields.count == 6, let joint = Joint(rawValue: fields[0]),
      let severity = Severity(rawValue: fields[1])
    else { return nil }
    return (joint, Words(severity, fields[2], fields[3], fields[4], fields[5]))
  }
}

private let jointWords: [Joint: Words] = Dictionary(
  jointTable.split(separator: "\n").compactMap(Words.row)
) { first, _ in first }

private let jointTable = #"""
  container-not-running | error | the container runs | the container does not run | Nothing in a container works once its first process has ended. | Read the last lines of its log; the first process must stay in the foreground.
  container-restarting | error | the container stays up | the container is started again and again | An engine with a restart policy hides a container that fails: between two failures it looks healthy. | Read the last lines of its log.
  program-not-running | error | supervisord's programs run | a program of supervisord does not run | supervisord goes on when a program fails: the container is up, and the program is not there. | Read the program's own last lines in the log.
  nginx-not-running | error | nginx runs | nginx does not run | Without a master nobody listens on the port, and without workers nobody answers. | Read nginx's last lines in the log; `nginx -t` in the container says what it refuses.
  uwsgi-not-running | error | uWSGI runs | uWSGI does not run | nginx answers 502 to everything that it would pass on. | Read uWSGI's last lines in the log.
  process-user-unexpected | error | processes run as the promised users | a process runs as another user than its configuration says | Files and sockets are made for the user that the configuration names. | Look where the user is set twice, or where a start as non-root keeps it from changing.
  worker-as-root | warning | no worker is root | a worker runs as root | Whoever takes over a worker takes over the container. | Set `user` for nginx, and `uid` and `gid` for uWSGI.
  worker-count-unexpected | error | uWSGI has the promised workers | uWSGI has another number of workers than promised | Without a worker requests wait for ever; with too few they wait in turn. | Compare `processes` and `cheaper` with the workers that are there.
  pid-file-stale | warning | pid files name live processes | a pid file names no process that lives | Scripts and health checks that signal that pid hit nothing, or another process. | Give each program a pid file of its own, where it may write.
  upstream-socket-missing | error | the upstream's socket is there and someone listens | nothing listens where nginx passes its requests | nginx and uWSGI meet at one address; where they do not, every request is answered with 502. | Give `uwsgi_pass` and uWSGI's `socket` the same address.
  socket-owner-unexpected | warning | sockets have the promised owner and mode | a socket has another owner or mode than its configuration says | Who may connect is decided by the owner, group and mode that the socket really has. | See whether uWSGI may change them: only root gives a socket away, and only to an account that is there.
  upstream-socket-forbidden | error | nginx's workers may connect to the socket | nginx's workers may not connect to the socket | To connect to a Unix socket a process must be allowed to write it, and to search every folder above it. | Give both one group and set `chmod-socket = 660`, or `chown-socket` to nginx's user.
  uwsgi-unanswering | error | uWSGI answers | uWSGI does not answer | A socket that accepts is not yet a server that answers. | Match the protocol: `uwsgi_pass` with `socket`, `proxy_pass` with `http-socket`; see that a worker is free.
  application-not-loaded | error | the application is loaded | uWSGI runs without the application | Without `need-app` uWSGI starts all the same, and answers every request with 500. | Set `module` and `callable` to the application's names, and `need-app = true`.
  stats-unanswering | warning | uWSGI's stats server answers | uWSGI's stats server does not answer | Dashboards that read it show nothing. | Correct the address of `stats`.
  port-unanswering | error | nginx answers on the port | nothing answers on the port | A published port leads to nothing where nginx listens on another one, or on the loopback alone. | Listen on the port that is published, on all addresses.
  request-not-answered | error | a request reaches the application | a request does not reach the application | This is what people see. | Mend the first broken joint; this one follows from it.
  static-file-wrong | error | static files come with the right bytes | a static file does not come as it lies in the container | Pages without their styles and scripts are broken pages. | Compare `alias` or `root` with the place where the files lie, and see that nginx's user may read them.
  requests-serialised | warning | requests are served at one time | requests wait for each other | One slow request holds up everybody. | Give uWSGI more `processes` or `threads`.
  version-disclosed | note | headers tell no versions | a header tells the version of a server | It says which holes to try. | Set `server_tokens off;`, and drop headers that the application adds.
  path-escapes | error | paths do not escape | a path leads out of its folder | Anyone can read the application's source and its secrets. | Let `location` and `alias` both end in a slash.
  container-unhealthy | error | the container's own health check passes | the container's own health check fails | Orchestrators stop and replace what is unhealthy. | Read what the check prints; its tool must be in the image.
  expectation-unmet | error | expectations are met | a request is answered otherwise than expected | The project's own `.dovetail.yaml` says what must be answered. | Compare the answer with the expectation.
  configuration-drifted | warning | the container has the source's configuration | the container's configuration is not the one of the source folder | What was checked in the repository is not what runs. | Build the image again and replace the container, or bring the change into the repository.
  worker-not-replaced | warning | a worker that dies is replaced | a worker that died was not replaced | Without a master, or with one that waits, each crash takes a worker for good. | Set `master = true` in uWSGI's configuration.
  program-not-restarted | warning | a program that ends is started again | a program that ended was not started again | supervisord leaves a program that ends in order as it is, unless `autorestart=true`. | Set `autorestart=true` for a program that must always run.
  stop-too-slow | warning | the container stops in time, and finishes its requests | the container does not stop in order | An engine kills what has not stopped after ten seconds, and requests are cut off. | Set `die-on-term = true`, `stopsignal=QUIT` for nginx, and start supervisord with exec form.
  failure-in-log | warning | the log shows no known failure | the log shows a known failure | What works now may have failed already, or will. | See what the line means.
  """#
