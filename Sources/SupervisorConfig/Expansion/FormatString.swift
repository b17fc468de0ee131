/// Python's `text % dictionary`, with its errors: what supervisord does to each value it reads.
///
/// It follows `unicode_format` of CPython's `unicodeobject.c`.
struct FormatString {
  enum Fault: Error {
    /// A name that the dictionary lacks.
    case missing(String)

    /// The text of Python's exception.
    case malformed(String)
  }

  /// What the next conversion takes.
  private enum Argument {
    case value(Expansions.Value)
    case dictionary
    case used
  }

  /// An expansion longer than this is no configuration but an attempt to fill the memory.
  private static let longest = 1 << 22

  private let format: TracedText
  private let expansions: Expansions
  private var position = 0
  private var argument = Argument.dictionary
  private var result: TracedText

  /// Expands a text; parts that hang on what is not known are marked as unknown.
  static func expand(_ text: TracedText, with expansions: Expansions) throws(Fault) -> TracedText {
    guard text.scalars.contains(where: { $0.value == "%" }) else { return text }
    var format = FormatString(format: text, expansions: expansions)
    try format.run()
    if format.result.scalars.count <= longest { return format.result }
    var unread = text
    for index in unread.scalars.indices { unread.scalars[index].isUnknown = true }
    return unread
  }

  private init(format: TracedText, expansions: Expansions) {
    self.format = format
    self.expansions = expansions
    result = TracedText(file: format.file)
  }

  private mutating func run() throws(Fault) {
    while position < format.scalars.count, result.scalars.count <= Self.longest {
      let scalar = format.scalars[position]
      position += 1
      if scalar.value != "%" || scalar.isUnknown {
        result.scalars.append(scalar)
      } else {
        try conversion(start: position - 1)
      }
    }
  }

  /// Reads from behind a `%` to the letter that ends the conversion, and writes its text.
  private mutating func conversion(start: Int) throws(Fault) {
    if peek == "%" {
      position += 1
      write("%", from: start)
      return
    }
    if peek == "(" {
      try key()
    }
    var specifier = FormatSpecifier()
    readFlags(&specifier)
    try readWidth(&specifier)
    try readPrecision(&specifier)
    if let letter = peek, letter == "h" || letter == "l" || letter == "L" { position += 1 }
    guard let letter = peek else { throw .malformed("incomplete format") }
    position += 1
    specifier.letter = letter
    try convert(specifier, start: start)
  }

  private var peek: Unicode.Scalar? {
    position < format.scalars.count ? format.scalars[position].value : nil
  }

  /// Reads `(name)`, in which parentheses may nest.
  private mutating func key() throws(Fault) {
    position += 1
    let start = position
    var depth = 1
    while depth > 0 {
      guard let scalar = peek else { throw .malformed("incomplete format key") }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      position += 1
    }
    let name = format[start..<(position - 1)].string
    if let value = expansions[name] {
      argument = .value(value)
    } else if expansions.mayHold(name) {
      argument = .value(.unknown)
    } else {
      throw .missing(name)
    }
  }

  private mutating func readFlags(_ specifier: inout FormatSpecifier) {
    while let flag = peek, specifier.addFlag(flag) { position += 1 }
  }

  private mutating func readWidth(_ specifier: inout FormatSpecifier) throws(Fault) {
    if peek == "*" {
      position += 1
      let width = try integerArgument()
      specifier.isLeftJustified = specifier.isLeftJustified || width < 0
      specifier.width = Int(width.magnitude)
    } else if let width = try digits(tooBig: "width too big") {
      specifier.width = width
    }
  }

  private mutating func readPrecision(_ specifier: inout FormatSpecifier) throws(Fault) {
    guard peek == "." else { return }
    position += 1
    specifier.precision = 0
    if peek == "*" {
      position += 1
      specifier.precision = max(0, try integerArgument())
    } else if let precision = try digits(tooBig: "precision too big") {
      specifier.precision = precision
    }
  }

  private mutating func digits(tooBig: String) throws(Fault) -> Int? {
    guard let first = peek, first.isASCIIDigit else { return nil }
    var value = 0
    while let digit = peek, digit.isASCIIDigit {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit.value) - 48)
      if overflow || carry { throw .malformed(tooBig) }
      value = sum
      position += 1
    }
    return value
  }

  private mutating func integerArgument() throws(Fault) -> Int {
    if case .value(.integer(let number)) = try nextArgument() { return number }
    throw .malformed("* wants int")
  }

  /// Takes the argument; a value and the dictionary itself are each there once.
  private mutating func nextArgument() throws(Fault) -> Argument {
    if case .used = argument { throw .malformed("not enough arguments for format string") }
    let taken = argument
    argument = .used
    return taken
  }

  private mutating func convert(_ specifier: FormatSpecifier, start: Int) throws(Fault) {
    let taken = try nextArgument()
    if let fault = specifier.letterFault(at: position - 1) { throw .malformed(fault) }
    let value: Expansions.Value
    switch taken {
    case .value(let known): value = known
    case .dictionary:
      if let fault = specifier.typeFault(typeName: "dict") { throw .malformed(fault) }
      value = dictionaryText
    case .used: return
    }
    switch value {
    case .text(let text) where !isDictionary(taken):
      if let fault = specifier.fault(forText: text) { throw .malformed(fault) }
      write(specifier.text(text), from: start)
    case .text(let text): write(specifier.plain(text), from: start)
    case .integer(let number): write(specifier.integer(number), from: start)
    case .unknown:
      // Whatever the variable holds, it is a text.
      if !isDictionary(taken), let fault = specifier.typeFault(typeName: "str") {
        throw .malformed(fault)
      }
      write(nil, from: start)
    }
  }

  private var dictionaryText: Expansions.Value {
    expansions.pythonRepr.map { .text($0) } ?? .unknown
  }

  private func isDictionary(_ argument: Argument) -> Bool {
    if case .dictionary = argument { true } else { false }
  }

  /// Writes what a conversion stands for; nil leaves it as it was written, marked as unknown.
  private mutating func write(_ text: String?, from start: Int) {
    let first = format.scalars[start]
    let last = format.scalars[position - 1]
    let isUnknown = text == nil
    let origin = TracedText.Scalar(
      value: first.value, start: first.start, end: last.end,
      isUnknown: isUnknown || first.isUnknown
    )
    let written = text ?? format[start..<position].string
    for scalar in written.unicodeScalars { result.append(scalar, from: origin) }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { value >= 48 && value <= 57 }
}
