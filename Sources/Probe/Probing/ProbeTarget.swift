#if Probe
  /// What is probed.
  package enum ProbeTarget: Hashable, Sendable {
    /// A container, by name or id.
    case container(String)

    /// All containers of a compose project.
    case project(String)

    /// A server, from outside only.
    case url(String)

    /// This machine, or the container that the probe runs in.
    case local

    package init(_ text: String) {
      if text.hasPrefix("http://") || text.hasPrefix("https://") {
        self = .url(text)
      } else if text.hasPrefix("compose:") {
        self = .project(String(text.dropFirst("compose:".count)))
      } else {
        self = .container(text)
      }
    }
  }
#endif
