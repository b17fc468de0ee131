package import Machine

/// What a look around in a container brings back: processes, sockets, files and users.
///
/// It is one shell script that only reads, so that one call to the engine sees one moment.
package struct Survey: Sendable {
  package var processes: [LiveProcess] = []
  package var sockets: [LiveSocket] = []
  package var files: [String: LiveFile] = [:]
  package var accounts = Accounts(isComplete: false)

  /// The path of a Python in the container, which can speak to sockets there.
  package var python: String?

  /// False where the answer was cut short.
  package var isComplete = false

  package init() {}

  /// The words of the command; the paths are those to look at, besides those of sockets.
  package static func command(paths: [String]) -> [String] {
    ["/bin/sh", "-c", script, "dovetail"] + paths
  }

  // Records start with RS and have three parts, split by US: what, of what, content.
  // Only a shell, cat and stat are needed; what is missing leaves its records empty.
  private static let script = #"""
    r() { printf '\036%s\037%s\037' "$1" "$2"; }
    for d in /proc/[0-9]*; do
      r process "${d#/proc/}"; cat "$d/status" 2>/dev/null
      r command "${d#/proc/}"; cat "$d/cmdline" 2>/dev/null
    done
    for f in unix tcp tcp6; do r "$f" ''; cat "/proc/net/$f" 2>/dev/null; done
    for f in passwd group; do r "$f" ''; cat "/etc/$f" 2>/dev/null; done
    while read -r a b c d e g h f; do
      case $f in /*) set -- "$@" "$f" ;; esac
      while case $f in /*/*) ;; *) false ;; esac; do f=${f%/*}; set -- "$@" "$f"; done
    done </proc/net/unix
    for f; do
      r file "$f"; stat -L -c '%f %u %g %s' -- "$f" 2>/dev/null
      case $f in *.pid) r content "$f"; head -c 64 -- "$f" 2>/dev/null ;; esac
    done
    r python "$(command -v python3 || command -v python)"
    r end ''
    """#
}
