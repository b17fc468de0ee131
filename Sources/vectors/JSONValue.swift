/// A JSON document of any shape.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .array(values)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  static func int(_ value: Int) -> JSONValue { .number(Double(value)) }

  static func optional<Value>(_ value: Value?, _ make: (Value) -> JSONValue) -> JSONValue {
    value.map(make) ?? .null
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }

  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// Says where two documents differ; numbers and texts are told, larger parts only named.
  func differences(from wanted: JSONValue, at path: String = "") -> [String] {
    switch (self, wanted) {
    case (.object(let mine), .object(let theirs)):
      return Set(mine.keys).union(theirs.keys).sorted().flatMap { key in
        (mine[key] ?? .null).differences(from: theirs[key] ?? .null, at: "\(path).\(key)")
      }
    case (.array(let mine), .array(let theirs)) where mine.count == theirs.count:
      return mine.indices.flatMap {
        mine[$0].differences(from: theirs[$0], at: "\(path)[\($0)]")
      }
    default:
      return self == wanted ? [] : ["\(path): we say \(self), the program \(wanted)"]
    }
  }
}
