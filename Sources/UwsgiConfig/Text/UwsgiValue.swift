/// The value that an option really has, as far as it can be known.
package struct UwsgiValue: Hashable, Sendable {
  /// A piece of the value.
  package enum Part: Hashable, Sendable {
    case known([UInt8])
    case unknown(UwsgiUnknown)
  }

  /// The pieces, first to last; no known one is empty or follows another.
  package let parts: [Part]

  /// The value as uWSGI reads numbers: blanks, sign, digits, and 0 where there are none.
  package let number: NumberRange

  /// The bytes; nil where a part of them is unknown.
  package var bytes: [UInt8]? {
    switch parts.first {
    case nil: []
    case .known(let bytes) where parts.count == 1: bytes
    default: nil
    }
  }

  /// The text, with bytes that are not UTF-8 replaced; nil where a part is unknown.
  package var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The text for a person to read, with `…` for unknown parts.
  package var description: String {
    parts.map { part in
      if case .known(let bytes) = part { String(decoding: bytes, as: UTF8.self) } else { "…" }
    }.joined()
  }

  /// What its unknown parts hang on, first to last.
  package var unknowns: [UwsgiUnknown] {
    parts.compactMap { part in
      if case .unknown(let unknown) = part { unknown } else { nil }
    }
  }

  init(_ text: UwsgiText, unknowns: [UwsgiUnknown]) {
    var parts: [Part] = []
    var known: [UInt8] = []
    for unit in text.units {
      guard unit >= UwsgiText.firstUnknown else {
        known.append(UInt8(truncatingIfNeeded: unit))
        continue
      }
      if !known.isEmpty { parts.append(.known(known)) }
      known = []
      let unknown = unknowns[safe: Int(unit - UwsgiText.firstUnknown)]
      parts.append(.unknown(unknown ?? UwsgiUnknown(.computed)))
    }
    if !known.isEmpty { parts.append(.known(known)) }
    self.parts = parts
    number = NumberRange(text, unknowns: unknowns)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
