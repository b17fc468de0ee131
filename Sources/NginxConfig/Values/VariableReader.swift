/// Finds the variables of a value, as `ngx_http_script_compile` does.
enum VariableReader {
  /// Calls back with every name, without `$` and braces; captures such as `$1` are none.
  static func read(
    _ text: ByteText, _ body: (ByteText) -> Void
  ) throws(ReferenceFault) {
    var rest = text
    while let dollar = rest.firstIndex(of: Ascii.dollar) {
      rest = rest[(dollar + 1)...]
      guard let first = rest.first else { throw .invalidVariableName }
      if first >= UInt8(ascii: "1"), first <= UInt8(ascii: "9") {
        rest.removeFirst()
        continue
      }
      let name = try readName(&rest)
      body(name)
    }
  }

  static func readName(_ rest: inout ByteText) throws(ReferenceFault) -> ByteText {
    let hasBrace = rest.first == Ascii.openBrace
    if hasBrace {
      rest.removeFirst()
      if rest.isEmpty { throw .invalidVariableName }
    }
    let name = rest.prefix(while: isNameByte)
    rest = rest.dropFirst(name.count)
    if hasBrace {
      guard rest.first == Ascii.closeBrace else { throw .unclosedVariable(name.printable) }
      rest.removeFirst()
    }
    guard !name.isEmpty else { throw .invalidVariableName }
    return name
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
