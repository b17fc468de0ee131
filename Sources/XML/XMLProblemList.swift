internal import CLibXML2

/// Collects what libxml2 reports through its callbacks; whoever passes it keeps it alive.
final class XMLProblemList {
  private(set) var all: [XMLProblem] = []

  /// libxml2 reports no more than this many: a broken document can break on every byte.
  private static let limit = 100

  var unretained: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  /// A callback that expects the list as its context.
  ///
  /// It is a closure because the error became a pointer to a constant in libxml2 2.12.
  static let collect: xmlStructuredErrorFunc = { context, error in
    guard let context = unsafe context, let error = unsafe error else { return }
    let list = unsafe Unmanaged<XMLProblemList>.fromOpaque(context).takeUnretainedValue()
    unsafe list.append(error.pointee, offset: nil)
  }

  func append(_ error: xmlError, offset: Int?) {
    let text = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown error"
    append(line: Int(unsafe error.line), offset: offset, message: text)
  }

  func append(line: Int, offset: Int?, message: String) {
    guard all.count < XMLProblemList.limit else { return }
    var message = message[...]
    while let last = message.last, last.isWhitespace || last == "." {
      message.removeLast()
    }
    all.append(XMLProblem(line: line, offset: offset, message: String(message)))
  }
}
