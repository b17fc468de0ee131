/// Lines of `map`, `geo`, `types`, `split_clients` and `charset_map` that nginx cannot take.
package enum BlockFault: Hashable, Sendable, FaultDetail {
  case wrongCount(String)
  case duplicateMapDefault
  case conflicting(String)
  case invalidHostName(String)
  case duplicateExtension(String, type: String, earlier: String)
  case duplicateNetwork(String, value: String, earlier: String)
  case noNetworkToDelete(String)
  case rangesNotFirst
  case percentOverflow
  case sameCharset(String, String)
  case duplicateCharsetMap(String, String)

  var code: String {
    switch self {
    case .wrongCount: "wrong-parameter-count"
    case .duplicateMapDefault, .conflicting: "duplicate-key"
    case .duplicateExtension, .duplicateNetwork: "overridden-key"
    case .noNetworkToDelete: "nothing-to-delete"
    case .invalidHostName, .rangesNotFirst, .percentOverflow, .sameCharset: "invalid-value"
    case .duplicateCharsetMap: "duplicate-directive"
    }
  }

  var nginxMessage: String {
    switch self {
    case .wrongCount(let block):
      block == "charset_map"
        ? "invalid parameters number" : "invalid number of the \(block) parameters"
    case .duplicateMapDefault: "duplicate default map parameter"
    case .conflicting(let key): "conflicting parameter \"\(key)\""
    case .invalidHostName(let key): "invalid hostname or wildcard \"\(key)\""
    case .duplicateExtension(let name, let type, let earlier):
      "duplicate extension \"\(name)\", content type: \"\(type)\","
        + " previous content type: \"\(earlier)\""
    case .duplicateNetwork(let network, let value, let earlier):
      "duplicate network \"\(network)\", value: \"\(value)\", old value: \"\(earlier)\""
    case .noNetworkToDelete(let network): "no network \"\(network)\" to delete"
    case .rangesNotFirst:
      "the \"ranges\" directive must be the first directive inside \"geo\" block"
    case .percentOverflow: "percent total is greater than 100%"
    case .sameCharset(let source, let target):
      "\"charset_map\" between the same charsets \"\(source)\" and \"\(target)\""
    case .duplicateCharsetMap(let source, let target):
      "duplicate \"charset_map\" between \"\(source)\" and \"\(target)\""
    }
  }

  var isWarning: Bool {
    switch self {
    case .duplicateExtension, .duplicateNetwork, .noNetworkToDelete: true
    default: false
    }
  }
}
