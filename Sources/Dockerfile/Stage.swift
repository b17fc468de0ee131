package import SourceText

/// A build stage: a `FROM` and what follows it.
package struct Stage: Sendable {
  /// The stage's number, from 0.
  package let index: Int

  /// The name after `AS` in lower case, as `COPY --from` and later `FROM`s know it.
  package let name: String?

  /// What the stage starts from, not yet expanded: an image, an earlier stage or `scratch`.
  package let base: SpannedText

  /// The value of `--platform`, not yet expanded.
  package let platform: String?

  /// The `FROM` itself.
  package let from: Instruction

  /// The instructions after `FROM`, up to the next one.
  package var instructions: [Instruction]
}
