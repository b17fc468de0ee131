/// What nginx made of one input.
struct NginxExpectation: Decodable {
  let modules: [String]
  let args: [String]
  let nginx: [String: Outcome]
  let tokens: Tokens?
  let crossplane: [String: JSONValue]

  struct Outcome: Decodable {
    let ok: Bool
    let exit: Int
    let messages: [Message]
  }

  struct Message: Decodable {
    let level: String
    let text: String
    let file: String?
    let line: Int?
  }

  struct Tokens: Decodable {
    let stream: [Statement]
    let error: String?
  }

  struct Statement: Decodable, Equatable {
    let words: [Word]?
    let end: String
    let line: Int
  }

  /// A word, as text or, where it is not UTF-8, in hexadecimal digits.
  struct Word: Decodable, Equatable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        bytes = Array(text.utf8)
        return
      }
      let digits = try decoder.singleValueContainer().decode([String: String].self)["hex"] ?? ""
      bytes = stride(from: 0, to: digits.count, by: 2).compactMap { offset in
        let start = digits.index(digits.startIndex, offsetBy: offset)
        return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
      }
    }
  }
}
