/// The name of an image as registries know it.
package struct ImageReference: Hashable, Sendable {
  /// The registry, such as `docker.io`.
  package let domain: String

  /// The name in the registry, such as `library/nginx`.
  package let path: String

  /// The tag as written; nil stands for `latest` where there is no digest either.
  package let tag: String?
  package let digest: String?

  /// The name as people say it: without `docker.io` and `library/`.
  package var familiarName: String {
    guard domain == defaultDomain else { return "\(domain)/\(path)" }
    return path.hasPrefix(defaultPrefix) ? String(path.dropFirst(defaultPrefix.count)) : path
  }

  /// Reads a name as `reference.ParseNormalizedNamed` does.
  package init(parsing text: String) throws(ReferenceFault) {
    if text.utf8.count == 64, text.utf8.allSatisfy(\.isLowercaseHexadecimal) {
      throw .identifier(text)
    }
    let (domain, remainder) = Self.splitDomain(text)
    let repository = remainder.prefix { $0 != ":" }
    guard repository.lowercased() == repository else {
      throw .upperCase(repository: String(repository))
    }
    let parts = remainder.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let named = parts.first ?? ""
    let path = named.prefix { $0 != ":" }
    let tag = path.endIndex < named.endIndex ? named[named.index(after: path.endIndex)...] : nil
    let digest = parts.count > 1 ? parts[1] : nil
    guard Self.isDomain(domain), Self.isPath(path), tag.map(Self.isTag) ?? true,
      digest.map(Self.isDigest) ?? true
    else { throw .invalidFormat }
    guard domain.utf8.count + 1 + path.utf8.count <= lengthLimit else {
      throw .tooLong(limit: lengthLimit)
    }
    self.domain = domain
    self.path = String(path)
    self.tag = tag.map(String.init)
    self.digest = digest.map(String.init)
  }

  private static func splitDomain(_ text: String) -> (domain: String, remainder: String) {
    var domain = defaultDomain
    var remainder = text
    if let slash = text.firstIndex(of: "/") {
      let first = text[..<slash]
      let isHost =
        first.contains(".") || first.contains(":") || first == "localhost"
        || first.lowercased() != first
      if isHost {
        domain = first == "index.docker.io" ? defaultDomain : String(first)
        remainder = String(text[text.index(after: slash)...])
      }
    }
    if domain == defaultDomain, !remainder.contains("/") { remainder = defaultPrefix + remainder }
    return (domain, remainder)
  }

  private static func isDomain(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if text.hasPrefix("[") { return text.contains("]") }
    guard let host = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2, parts[1].isEmpty || !parts[1].utf8.allSatisfy(\.isDigit) { return false }
    return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.utf8.first, let last = label.utf8.last else { return false }
      return first != .hyphen && last != .hyphen
        && label.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == .hyphen }
    }
  }

  private static func isPath(_ text: Substring) -> Bool {
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isComponent)
  }

  /// Lower-case words, joined by one `.`, one or two `_`, or any number of `-`.
  private static func isComponent(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first.isLowercaseWord,
      last.isLowercaseWord
    else { return false }
    let separators = text.utf8.split(omittingEmptySubsequences: true) { $0.isLowercaseWord }
    return separators.allSatisfy { run in
      run.allSatisfy { $0 == .hyphen } || run.elementsEqual(".".utf8)
        || run.elementsEqual("_".utf8) || run.elementsEqual("__".utf8)
    }
  }

  private static func isTag(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
    return (first.isLetter || first.isDigit || first == UInt8(ascii: "_"))
      && text.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: ".")
      }
  }

  private static func isDigest(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.first?.isLetter == true
      && parts[1].utf8.count >= 32 && parts[1].allSatisfy(\.isHexDigit)
  }
}

extension UInt8 {
  fileprivate var isLowercaseWord: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }

  fileprivate var isLowercaseHexadecimal: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}

private let defaultDomain = "docker.io"
private let defaultPrefix = "library/"
private let lengthLimit = 255
