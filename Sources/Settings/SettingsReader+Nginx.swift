import Boot
import NginxConfig
import YAML

extension SettingsReader {
  /// `nginx-version`: a release, or a series of them.
  func nginxVersion(_ node: YAMLNode) throws(SettingsError) -> String {
    let text = try text(node, "a version")
    guard MachineFacts.nginxVersion(text) != nil else {
      throw problem("`\(text)` is no version of nginx, such as `1.25.3`", at: node.span)
    }
    return text
  }

  /// `origins`: whose pages may ask the application.
  func origins(_ node: YAMLNode) throws(SettingsError) -> OriginPolicy {
    var policy = OriginPolicy()
    for pair in try pairs(node, "origins") {
      switch pair.key.text {
      case "domains":
        for domain in try elements(pair.value, "domains") {
          policy.domains.append(try self.domain(domain))
        }
      case "https-only": policy.isHTTPSOnly = try flag(pair.value, "https-only")
      case "any-case": policy.allowsCapitals = try flag(pair.value, "any-case")
      default: throw unknown(pair.key, ["domains", "https-only", "any-case"])
      }
    }
    return policy
  }

  private func domain(_ node: YAMLNode) throws(SettingsError) -> String {
    let text = try text(node, "a domain")
    guard !text.isEmpty, text.utf8.allSatisfy(Self.isOfDomain) else {
      throw problem("`\(text)` is no domain, such as `example.com`", at: node.span)
    }
    return text.lowercased()
  }

  private static func isOfDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), 128...:
      true
    default: false
    }
  }

  private func flag(_ node: YAMLNode, _ name: String) throws(SettingsError) -> Bool {
    switch try text(node, "true or false") {
    case "true": return true
    case "false": return false
    default: throw problem("`\(name)` is true or false", at: node.span)
    }
  }
}
