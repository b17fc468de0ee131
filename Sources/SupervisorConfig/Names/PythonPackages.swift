/// The packages that the Python of supervisord can import, beside its own library and supervisor.
package struct PythonPackages: Sendable {
  package var names: Set<String>

  /// False where there may be more.
  package var isComplete: Bool

  package init(names: Set<String> = [], isComplete: Bool = false) {
    self.names = names
    self.isComplete = isComplete
  }
}

extension PythonPackages {
  enum Resolution {
    case resolves
    case fails

    /// It depends on what is not known.
    case unknown
  }

  /// Whether supervisord could import an object.
  func resolution(of entryPoint: EntryPoint) -> Resolution {
    if let attributes = Self.supervisorModules[entryPoint.module] {
      return Self.resolution(of: entryPoint.attribute, among: attributes)
    }
    if Self.standardModules.contains(entryPoint.module) {
      return entryPoint.attribute == nil ? .resolves : .unknown
    }
    let package = entryPoint.module.prefix { $0 != "." }
    let isKnown = Self.standardModules.contains(String(package)) || names.contains(String(package))
    if package == "supervisor" { return entryPoint.module == package ? .unknown : .fails }
    return isComplete && !isKnown ? .fails : .unknown
  }

  private static func resolution(
    of attribute: String?, among attributes: Set<Substring>
  ) -> Resolution {
    guard let attribute else { return .resolves }
    let parts = attribute.split(separator: ".")
    guard let first = parts.first, attributes.contains(first) else { return .fails }
    return parts.count == 1 ? .resolves : .unknown
  }

  private static let standardModules = Set(
    PythonModuleTable.standard.split { $0 == " " || $0 == "\n" }.map(String.init)
  )

  private static let supervisorModules: [String: Set<Substring>] = {
    var modules: [String: Set<Substring>] = [:]
    var module = ""
    for line in PythonModuleTable.supervisor.split(separator: "\n") {
      var words = line.split(separator: " ")
      if !line.hasPrefix(" "), let name = words.first?.dropLast() {
        module = String(name)
        words.removeFirst()
      }
      modules[module, default: []].formUnion(words)
    }
    return modules
  }()
}
