/// The variables of one letter after a percent sign, such as `%n`.
///
/// See https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables.
struct MagicVariables: Sendable {
  private var values: [UInt8: UwsgiText] = [
    UInt8(ascii: "%"): UwsgiText("%"),
    UInt8(ascii: "("): UwsgiText("%("),
    UInt8(ascii: "["): UwsgiText("\u{1b}"),
  ]

  /// Set once the upper-case variables, which tell of the first file, are set or must stay empty.
  var hasFirstFile = false

  /// The value; every byte without a meaning gives nothing.
  subscript(letter: UInt8) -> UwsgiText {
    get { values[letter] ?? UwsgiText() }
    set { values[letter] = newValue }
  }

  subscript(letter: Unicode.Scalar) -> UwsgiText {
    get { self[UInt8(ascii: letter)] }
    set { self[UInt8(ascii: letter)] = newValue }
  }

  /// Sets the variables that tell of a file by its absolute path (`config_magic_table_fill`).
  mutating func set(path: UwsgiText, inode: UwsgiText) {
    let slash = UInt16(ascii: "/")
    let name = path.units.suffix(while: { $0 != slash })
    let folder = path.units.dropLast(name.count)
    self["p"] = path
    self["s"] = UwsgiText(units: name)
    self["d"] = UwsgiText(units: folder)
    self["c"] = UwsgiText(units: folder.dropLast().suffix(while: { $0 != slash }))
    let dot = name.lastIndex(of: UInt16(ascii: "."))
    self["e"] = UwsgiText(units: dot.map { name[($0 + 1)...] } ?? [])
    self["n"] = UwsgiText(units: dot.map { name[..<$0] } ?? name)
    let components = folder.split(separator: slash)
    for index in 0..<10 {
      let component = components.indices.contains(index) ? components[index] : []
      self[UInt8(ascii: "0") + UInt8(index)] = UwsgiText(units: component)
    }
    self["i"] = inode
    self["j"] = path.bytes.map { UwsgiText(UwsgiPathHash(bytes: $0).description) } ?? path
  }

  /// Keeps what is known of the first file under the upper-case letters.
  mutating func keepFirstFile() {
    guard !hasFirstFile else { return }
    hasFirstFile = true
    for letter in "opsdcenxij".utf8 {
      self[letter - 32] = self[letter]
    }
  }
}

extension Array where Element == UInt16 {
  /// The longest end of which each unit passes.
  func suffix(while passes: (UInt16) -> Bool) -> ArraySlice<UInt16> {
    self[...].suffix(while: passes)
  }
}

extension ArraySlice where Element == UInt16 {
  /// The longest end of which each unit passes.
  func suffix(while passes: (UInt16) -> Bool) -> ArraySlice<UInt16> {
    var start = endIndex
    while start > startIndex, passes(self[start - 1]) {
      start -= 1
    }
    return self[start...]
  }
}
