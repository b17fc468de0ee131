/// A value of a column.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The text of a value as a message shows it; nil for NULL.
  package var text: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }

  package var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }
}

/// What can be bound to a parameter of a statement.
package protocol Bindable {
  var value: Value { get }
}

extension String: Bindable {
  package var value: Value { .text(self) }
}

extension Int: Bindable {
  package var value: Value { .integer(Int64(self)) }
}

extension Int32: Bindable {
  package var value: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
  package var value: Value { .integer(self ? 1 : 0) }
}

extension Value: Bindable {
  package var value: Value { self }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var value: Value { self?.value ?? .null }
}
