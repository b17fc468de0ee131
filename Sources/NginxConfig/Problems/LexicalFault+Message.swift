extension LexicalFault.Kind: FaultDetail {
  var code: String {
    switch self {
    case .unexpectedByte: "unexpected-character"
    case .unexpectedEnd: "unexpected-end-of-file"
    case .tooLong, .tooLongQuoted: "too-long-parameter"
    case .unexpectedEndOfLua: "unterminated-lua-block"
    case .tooLongLua: "too-long-lua-block"
    }
  }

  var nginxMessage: String {
    switch self {
    case .unexpectedByte(let byte):
      "unexpected \"\([byte][...].printable)\""
    case .unexpectedEnd:
      "unexpected end of file, expecting \";\" or \"}\""
    case .tooLong(let start):
      "too long parameter \"\(start[...].printable)...\" started"
    case .tooLongQuoted(let quote):
      "too long parameter, probably missing terminating"
        + " \"\(String(decoding: [quote], as: UTF8.self))\" character"
    case .unexpectedEndOfLua:
      "unexpected end of file, expecting terminating characters for lua code block"
    case .tooLongLua:
      "too long lua code block, probably missing terminating characters"
    }
  }
}
