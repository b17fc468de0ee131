import NginxConfig
import PerlPattern
import Testing

/// What a part of a pattern may hold, byte for byte as PCRE has it.
@Suite struct `A part of a pattern` {
  @Test(arguments: [
    #"\d"#, #"\D"#, #"\w"#, #"\W"#, #"\s"#, #"\S"#, #"\h"#, #"\H"#, #"\v"#, #"\V"#, #"\N"#, #"\R"#,
    #"\n"#, #"\r"#, #"\t"#, #"\f"#, #"\a"#, #"\e"#, #"\x41"#, #"\x{0a}"#, #"\012"#, #"\o{101}"#,
    #"\cJ"#, #"\cj"#, #"[\x00-\xff]"#, #"[\x00-\x1f\x7f]"#, #"[^\x0a\x0d]"#, #"[\h\d]"#, #"[^\v]"#,
    "[[:alnum:]]", "[[:alpha:]]", "[[:blank:]]", "[[:cntrl:]]", "[[:digit:]]", "[[:graph:]]",
    "[[:lower:]]", "[[:print:]]", "[[:punct:]]", "[[:space:]]", "[[:upper:]]", "[[:word:]]",
    "[[:xdigit:]]", "[[:^digit:]]", "[^[:space:]]", "[[:alpha:]_-]", "[a-f]", "[^a-f]", "[]a]",
    "[a-]", #"[\]]"#, #"[\\]"#, #"\."#, ".",
  ])
  func `takes the bytes that PCRE lets it take`(part: String) throws {
    let pattern = try PerlPattern(Array("^(\(part))$(?!\\n)".utf8), ignoringCase: false)
    let bytes = try #require(
      PatternAnalysis("^(\(part))$", ignoringCase: false).group(1)
    ).bytes
    for byte: UInt8 in 0...255 {
      #expect(bytes.contains(byte) == (pattern.firstMatch(in: [byte]) != nil), "byte \(byte)")
    }
  }
}
