extension Availability {
  /// Whether the nginx at hand has a module, or may have it.
  func mayHave(module: String) -> Bool {
    NginxDirectiveTable.standard.mayAny(ofModule: module) { self[$0] != .absent }
  }
}

extension NginxDirectiveTable {
  /// Whether one entry of a module passes; modules without directives are always there.
  func mayAny(ofModule module: String, _ passes: (Int16) -> Bool) -> Bool {
    var hasEntry = false
    for command in commands where command.module == module {
      hasEntry = true
      if passes(command.id) { return true }
    }
    return !hasEntry
  }
}
