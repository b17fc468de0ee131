/// A value of XML-RPC.
package enum XMLRPCValue: Hashable, Sendable {
  case int(Int)
  case bool(Bool)
  case string(String)
  case array([XMLRPCValue])
  case structure([String: XMLRPCValue])
  case none

  package subscript(member: String) -> XMLRPCValue? {
    if case .structure(let members) = self { members[member] } else { nil }
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var int: Int? {
    if case .int(let number) = self { number } else { nil }
  }

  package var array: [XMLRPCValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}

/// An answer of an XML-RPC server.
package enum XMLRPCAnswer: Hashable, Sendable {
  case value(XMLRPCValue)
  case fault(code: Int, text: String)

  /// Reads a `methodResponse`; nil where it is none.
  package init?(_ bytes: [UInt8]) {
    var reader = XMLRPCReader(String(decoding: bytes, as: UTF8.self))
    guard let answer = reader.methodResponse() else { return nil }
    self = answer
  }
}

/// A call that asks several methods without parameters in one request.
package enum XMLRPCCall {
  /// The body of a `system.multicall`.
  package static func multicall(_ methods: [String]) -> String {
    let calls = methods.map { method in
      "<value><struct><member><name>methodName</name><value><string>\(method)</string></value>"
        + "</member><member><name>params</name><value><array><data/></array></value></member>"
        + "</struct></value>"
    }
    return "<?xml version='1.0'?><methodCall><methodName>system.multicall</methodName><params>"
      + "<param><value><array><data>\(calls.joined())</data></array></value></param>"
      + "</params></methodCall>"
  }
}
