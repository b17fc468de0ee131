/// A Python object's name, `module:attribute`, in the notation of `pkg_resources`.
struct EntryPoint {
  enum Resolution {
    case resolves
    case fails

    /// It depends on what else is installed.
    case unknown
  }

  let module: String
  let attribute: String?

  /// Reads `module[:attribute] [extras]`; nil where it has another form.
  init?(_ text: String) {
    var rest = text.pythonStripped[...]
    if rest.last == "]", let bracket = rest.firstIndex(of: "[") {
      rest = rest[..<bracket]
    }
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).pythonStripped }
    guard let module = parts.first, Self.isDottedName(module) else { return nil }
    if parts.count > 1, !Self.isDottedName(parts[1]) { return nil }
    self.module = module
    attribute = parts.count > 1 ? parts[1] : nil
  }

  /// Whether importing works, as far as supervisor's own modules and Python's are concerned.
  var resolution: Resolution {
    if let names = Self.ownNames[module] {
      guard let attribute else { return .resolves }
      return names.contains(attribute) ? .resolves : .unknown
    }
    return .unknown
  }

  private static func isDottedName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0 == "." || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }

  /// The entry points that supervisor brings and documents.
  private static let ownNames: [String: Set<String>] = [
    "supervisor.rpcinterface": ["make_main_rpcinterface"],
    "supervisor.dispatchers": ["default_handler"],
  ]
}
