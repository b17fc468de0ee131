package import Machine

/// What a look around in a container brings back: processes, sockets and users.
///
/// It is one shell script that only reads, so that one call to the engine sees one moment.
package struct Survey: Sendable {
  package var processes: [LiveProcess] = []
  package var sockets: [LiveSocket] = []
  package var accounts = Accounts(isComplete: false)

  /// The path of a Python in the container, which can speak to sockets there.
  package var python: String?

  /// False where the answer was cut short.
  package var isComplete = false

  package init() {}

  /// The words of a shell that reads commands from its input; the last one tells it from the container's.
  package static let shell = ["/bin/sh", "-s", "dovetail"]

  /// The words of the command.
  package static let command = ["/bin/sh", "-c", script, "dovetail"]

  // Each command that a shell starts costs more than what it does, so `head` tells all files, with the name before each.
  // Where it is missing, the shell does as it would; what cannot be read is left out.
  static let script = #"""
    t() { printf '\n==> %s <==\n' "$1"; }
    if command -v head >/dev/null; then a() { echo; head -n 1000000 "$@"; }
    else a() { for f; do t "$f"; cat "$f"; done; }; fi
    a /proc/[0-9]*/status /proc/[0-9]*/cmdline /proc/net/unix /proc/net/tcp /proc/net/tcp6 \
      /etc/passwd /etc/group 2>/dev/null
    t python; command -v python3 || command -v python
    t end

    """#

  /// What the script's output ends with.
  static let end: [UInt8] = Array("\n==> end <==\n".utf8)
}
