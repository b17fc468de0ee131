import CPCRE2

/// A regular expression of PCRE2, the library that nginx matches with.
package struct PerlPattern: Sendable {
  private let code: Code

  /// The number of groups that capture.
  package let captureCount: Int

  /// The names of groups, and the numbers that they capture under.
  package let names: [(name: String, number: Int)]

  /// Why the library refuses a pattern.
  package struct Failure: Error, Hashable, Sendable {
    /// The library's own words.
    package let message: String

    /// The byte that it had come to.
    package let offset: Int
  }

  /// Compiles a pattern as nginx does: as bytes, without any option but that of case.
  package init(_ pattern: [UInt8], ignoringCase: Bool = false) throws(Failure) {
    var error: CInt = 0
    var offset = 0
    let compiled = unsafe pattern.withUnsafeBufferPointer { buffer in
      // An empty buffer may have no address, which the library takes for a mistake.
      unsafe dovetail_pcre2_compile(
        buffer.baseAddress ?? Self.emptyText, buffer.count, ignoringCase ? 1 : 0, &error, &offset
      )
    }
    guard let compiled = unsafe compiled else {
      throw Failure(message: Self.message(of: error), offset: offset)
    }
    unsafe code = Code(compiled)
    captureCount = Int(unsafe dovetail_pcre2_info(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT)))
    names = unsafe Self.names(of: compiled)
  }

  /// The ranges of the first match and of its captures; nil where nothing matches.
  package func firstMatch(in text: [UInt8]) -> [Range<Int>?]? {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code.pointer, nil) else {
      return nil
    }
    defer { unsafe pcre2_match_data_free_8(data) }
    let count = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe dovetail_pcre2_match(
        code.pointer, buffer.baseAddress ?? Self.emptyText, buffer.count, data
      )
    }
    guard count > 0, let vector = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    return (0..<Int(count)).map { group in
      let start = unsafe vector[2 * group]
      let end = unsafe vector[2 * group + 1]
      return start <= end && end <= text.count ? start..<end : nil
    }
  }

  private static var emptyText: UnsafePointer<UInt8> {
    unsafe UnsafePointer(bitPattern: 1).unsafelyUnwrapped
  }

  private static func message(of error: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 128)
    let length = unsafe pcre2_get_error_message_8(error, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  private static func names(of code: OpaquePointer) -> [(name: String, number: Int)] {
    let count = Int(unsafe dovetail_pcre2_info(code, UInt32(PCRE2_INFO_NAMECOUNT)))
    let size = Int(unsafe dovetail_pcre2_info(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE)))
    guard count > 0, let table = unsafe dovetail_pcre2_names(code) else { return [] }
    return (0..<count).map { index in
      let entry = unsafe UnsafeBufferPointer(start: table + index * size, count: size)
      let number = unsafe Int(entry[0]) << 8 | Int(entry[1])
      let name = unsafe String(decoding: entry[2...].prefix { $0 != 0 }, as: UTF8.self)
      return (name, number)
    }
  }

  /// Frees the compiled pattern, which is never changed, with its last user.
  @safe private final class Code: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
      unsafe self.pointer = unsafe pointer
    }

    deinit {
      unsafe pcre2_code_free_8(pointer)
    }
  }
}
