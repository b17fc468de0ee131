import SourceText

/// The variables that a configuration defines and refers to.
struct VariableNames {
  /// What somebody refers to, in the order of first use, and where.
  private(set) var references: [(name: Int32, directive: Int32)] = []
  private var referred = NameTable()
  private var later = NameTable()
  private var deferred: [(name: Int32, directive: Int32)] = []
  private(set) var defined = NameTable()

  mutating func refer(to name: ByteText, in directive: Int) {
    let (number, isNew) = referred.insert(name.lowercased)
    if isNew { references.append((Int32(number), Int32(directive))) }
  }

  /// Remembers a use that nginx sees only when it merges the levels.
  mutating func referLater(to name: ByteText, in directive: Int) {
    let (number, isNew) = later.insert(name.lowercased)
    if isNew { deferred.append((Int32(number), Int32(directive))) }
  }

  /// Takes the uses that were put off for uses of now.
  mutating func takeDeferred() {
    for (number, directive) in deferred {
      refer(to: later[Int(number)], in: Int(directive))
    }
    deferred = []
  }

  mutating func define(_ name: ByteText) {
    _ = defined.insert(name.lowercased)
  }

  func name(_ number: Int32) -> ByteText {
    referred[Int(number)]
  }

  func defines(_ name: ByteText) -> Bool {
    defined.number(of: name) != nil
  }
}
