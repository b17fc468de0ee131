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

  // Records start with RS and have three parts, split by US: what, of what, content.
  // Only a shell and cat are needed; what is missing leaves its records empty.
  static let script = #"""
    r() { printf '\036%s\037%s\037' "$1" "$2"; }
    for d in /proc/[0-9]*; do
      r process "${d#/proc/}"; cat "$d/status" 2>/dev/null
      r command "${d#/proc/}"; cat "$d/cmdline" 2>/dev/null
    done
    for f in unix tcp tcp6; do r "$f" ''; cat "/proc/net/$f" 2>/dev/null; done
    for f in passwd group; do r "$f" ''; cat "/etc/$f" 2>/dev/null; done
    r python "$(command -v python3 || command -v python)"
    r end ''

    """#

  /// What the script's output ends with.
  static let end: [UInt8] = Array("\u{1e}end\u{1f}\u{1f}".utf8)
}
