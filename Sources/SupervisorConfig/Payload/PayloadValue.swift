/// A JSON value that is written out.
enum PayloadValue: Encodable {
  case null
  case bool(Bool)
  case int(Int)
  case text(String)
  case list([PayloadValue])
  case object([String: PayloadValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  static func optional<Value>(_ value: Value?, _ make: (Value) -> PayloadValue) -> PayloadValue {
    value.map(make) ?? .null
  }
}
