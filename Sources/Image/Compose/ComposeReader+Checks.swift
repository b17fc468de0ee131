import SourceText
import YAML

/// What compose refuses before it looks at what a value means.
extension ComposeReader {
  /// A key that a mapping has twice.
  mutating func checkKeys(of document: YAMLNode) {
    checkOwnKeys(of: document)
    guard let services = document["services"] else { return }
    checkOwnKeys(of: services)
    for pair in services.pairs ?? [] { checkOwnKeys(of: pair.value) }
  }

  private mutating func checkOwnKeys(of mapping: YAMLNode) {
    var names: Set<String> = []
    for pair in mapping.pairs ?? [] where !names.insert(pair.key.text).inserted {
      report("mapping key \"\(pair.key.text)\" already defined", pair.key.span)
    }
  }

  /// Numbers and booleans where compose wants a text, and a text where it wants a list.
  mutating func checkTexts(of service: YAMLPair) {
    let place = "services.\(service.key.text)"
    for key in ["image", "user", "working_dir", "hostname", "container_name", "network_mode"] {
      checkText(service.value[key], "\(place).\(key)")
    }
    for key in ["command", "entrypoint"] {
      let value = service.value[key]
      checkText(value, "\(place).\(key)")
      for (index, element) in (value?.elements ?? []).enumerated() {
        checkText(element, "\(place).\(key).\(index)")
      }
    }
    for key in ["ports", "volumes", "expose"] {
      guard let value = service.value[key], value.scalar != nil, !value.isNull else { continue }
      report("\(place).\(key) must be a list", value.span)
    }
  }

  private mutating func checkText(_ node: YAMLNode?, _ place: String) {
    guard let node, let scalar = node.scalar, scalar.isPlain, scalar.isNumberOrBoolean else {
      return
    }
    report("\(place) must be a string", node.span)
  }
}

extension YAMLScalar {
  /// Whether a text without quotes is certainly none.
  fileprivate var isNumberOrBoolean: Bool {
    if ["true", "false"].contains(text) { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 } }
  }
}
