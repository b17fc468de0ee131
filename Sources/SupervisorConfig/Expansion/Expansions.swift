/// The names that `%(name)s` may stand for, in the order that Python's dictionary would have.
struct Expansions {
  enum Value {
    case text(String)
    case integer(Int)

    /// The name is known to be there, its text is not.
    case unknown
  }

  /// In order of insertion: a bare `%s` writes all of them out.
  private(set) var names: [String] = []
  private var values: [String: Value] = [:]

  /// False where there may be more `ENV_` names than these.
  var isComplete = true

  subscript(name: String) -> Value? {
    values[name]
  }

  mutating func set(_ name: String, _ value: Value) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }

  /// Python's `dict.update`.
  mutating func update(_ other: Expansions) {
    for name in other.names {
      if let value = other[name] { set(name, value) }
    }
    isComplete = isComplete && other.isComplete
  }

  func updated(_ other: Expansions) -> Expansions {
    var result = self
    result.update(other)
    return result
  }

  /// Whether a missing name may yet be there.
  func mayHold(_ name: String) -> Bool {
    !isComplete && name.hasScalarPrefix("ENV_")
  }

  /// The dictionary as Python's `repr` shows it; nil where a part is not known.
  var pythonRepr: String? {
    guard isComplete else { return nil }
    var pairs: [String] = []
    for name in names {
      switch values[name] {
      case .text(let text): pairs.append("\(name.pythonRepr): \(text.pythonRepr)")
      case .integer(let number): pairs.append("\(name.pythonRepr): \(number)")
      case .unknown, nil: return nil
      }
    }
    return "{" + pairs.joined(separator: ", ") + "}"
  }
}
