package import Machine
package import SourceText

/// An instance that an Emperor starts for a file of its own.
package struct UwsgiVassal: Sendable {
  /// The absolute path of the vassal's configuration.
  package let file: String

  /// How the Emperor starts it (`uwsgi_emperor_spawn_vassal`).
  package let invocation: Invocation

  /// Who it is started as; nil where its file's owner decides (`emperor-tyrant`), or nobody knows.
  package let starter: UwsgiIdentity?

  /// Whether the owner of its file decides who it is; nil where not known.
  package let isOwnedByFile: Bool?

  /// The place of the `emperor` that it comes from.
  package let span: SourceSpan
}

/// The instances that an Emperor starts, and whether there may be more.
package struct UwsgiVassals: Sendable {
  package internal(set) var all: [UwsgiVassal] = []

  /// False where vassals come from somewhere that only the running Emperor sees.
  package internal(set) var isComplete = true
}
