import SourceText

/// The variables that a configuration defines and refers to.
struct VariableNames {
  /// What somebody refers to, in the order of first use, and where.
  private(set) var references: [(name: Int32, directive: Int32)] = []
  private var referred = NameTable()
  private(set) var defined = NameTable()

  mutating func refer(to name: ByteText, in directive: Int) {
    let (number, isNew) = referred.insert(name.lowercased)
    if isNew { references.append((Int32(number), Int32(directive))) }
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
