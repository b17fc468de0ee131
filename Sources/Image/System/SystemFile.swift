/// One of the plain text files in which a system keeps its books.
struct SystemFile {
  private let lines: [Substring]

  init(_ bytes: [UInt8]) {
    lines = Substring(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// The file of an image; one that is not there is empty, nil where its content is not known.
  init?(of image: Image, at path: String) {
    switch image.node(at: path) {
    case .absent: self.init([])
    case .unknown: return nil
    case .present(let node):
      guard let bytes = image.bytes(of: node) else { return nil }
      self.init(bytes)
    }
  }

  /// The fields between colons, line by line, as in `/etc/passwd`.
  var records: [[String]] {
    lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map {
      $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The values of `NAME=value` lines, without quotes, as in `/etc/os-release`.
  var assignments: [String: String] {
    var values: [String: String] = [:]
    for line in lines {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: equals)...]
      let isQuoted = value.count > 1 && value.first == value.last && value.first == "\""
      values[String(line[..<equals])] = String(isQuoted ? value.dropFirst().dropLast() : value)
    }
    return values
  }

  /// Those fields of each paragraph that are asked for, as in the databases of dpkg and apk.
  func paragraphs(of names: Set<Substring>) -> [[String: String]] {
    lines.split { $0.isEmpty }.map { paragraph in
      var fields: [String: String] = [:]
      for line in paragraph where !line.hasPrefix(" ") {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")),
          names.contains(line[..<colon])
        else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        fields[String(line[..<colon])] = String(value)
      }
      return fields
    }
  }
}
