package import SourceText

/// What the configuration in a container promises, as far as it could be read.
///
/// A probe without a readable configuration has none, and judges by what it sees alone.
package struct Promises: Sendable {
  /// A value, and the line that promises it.
  package struct Promised<Value: Sendable>: Sendable {
    package var value: Value
    package var span: SourceSpan?

    package init(_ value: Value, span: SourceSpan? = nil) {
      self.value = value
      self.span = span
    }
  }

  /// Where nginx passes requests to.
  package struct Upstream: Hashable, Sendable {
    /// The protocol that nginx speaks there.
    package enum Speech: String, Sendable {
      case uwsgi
      case http
      case other
    }

    /// A path, or `host:port`.
    package var address: String
    package var speech: Speech

    package init(address: String, speech: Speech) {
      self.address = address
      self.speech = speech
    }
  }

  /// A socket that uWSGI binds.
  package struct Endpoint: Hashable, Sendable {
    /// A path, or `host:port`.
    package var address: String
    package var speech: Upstream.Speech

    /// The uid, gid and permission bits that a Unix socket is to have; nil where they are not known.
    package var ownerID: Int?
    package var groupID: Int?
    package var mode: Int?

    package init(address: String, speech: Upstream.Speech) {
      self.address = address
      self.speech = speech
    }
  }

  /// A port that nginx listens on.
  package struct Listen: Hashable, Sendable {
    package var port: Int
    package var hasTLS: Bool

    package init(port: Int, hasTLS: Bool) {
      self.port = port
      self.hasTLS = hasTLS
    }
  }

  /// A location that serves files.
  package struct StaticLocation: Hashable, Sendable {
    /// The URL's beginning, as `/static/`.
    package var prefix: String

    /// The folder that the prefix stands for.
    package var folder: String

    package init(prefix: String, folder: String) {
      self.prefix = prefix
      self.folder = folder
    }
  }

  package var upstreams: [Promised<Upstream>] = []

  package var uwsgiSockets: [Promised<Endpoint>] = []
  package var programs: [Promised<String>] = []
  package var nginxUser: Promised<String>?
  package var uwsgiUser: Promised<String>?

  /// How many workers uWSGI may have: from `cheaper` to `processes`.
  package var workers: Promised<ClosedRange<Int>>?
  package var pidFiles: [Promised<String>] = []
  package var listens: [Promised<Listen>] = []
  package var statics: [Promised<StaticLocation>] = []
  package var stats: Promised<String>?
  package var supervisorSocket: Promised<String>?

  /// Whether nginx and uWSGI are part of this container; nil where that is not known.
  package var startsNginx: Bool?
  package var startsUwsgi: Bool?

  package init() {}
}
