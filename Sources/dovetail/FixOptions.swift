import ArgumentParser

/// Which repairs are made, and whether files change.
struct FixOptions: ParsableArguments {
  @Flag(help: "Make the repairs that can only mend, and judge what is left.")
  var fix = false

  @Flag(help: "Make the repairs that may change what works, too.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix or --unsafe-fixes would change, as a patch, and change nothing.")
  var diff = false

  /// Whether repairs are asked for at all.
  var areWanted: Bool { fix || unsafeFixes || diff }
}
