import Machine
import PerlPattern
import SourceText

extension Loader {
  /// Answers a condition, and tells what `%(_)` becomes inside its block.
  mutating func evaluate(
    _ test: LogicKeyword.Test, _ argument: UwsgiText, isNegated: Bool
  ) throws -> (truth: Truth, context: UwsgiText?) {
    switch test {
    case .environment:
      let (name, wanted) = nameAndValue(argument)
      return compare(environmentValue(name), with: wanted)
    case .option:
      let (name, wanted) = nameAndValue(argument)
      return compare(placeholder(named: name), with: wanted)
    case .exists, .file, .folder:
      return (lookUp(argument, test), argument)
    case .plugin:
      return (pluginTruth(argument), argument)
    case .hostName:
      let isEqual = magic["h"].isEqual(to: argument)
      return (isEqual.map { $0 ? .yes : .no } ?? .unknown(UwsgiUnknown(.hostName)), argument)
    case .hostNameMatch:
      return (hostNameMatches(argument), argument)
    case .reload:
      return (invocation.environment.values["UWSGI_RELOADS"] == nil ? .no : .yes, nil)
    }
  }

  /// The value of the first entry of that name, as it stands now (`uwsgi_get_exported_opt`).
  func placeholder(named name: UwsgiText) -> VariableLookup {
    if let index = firstEntries[name] {
      let entry = entries[index]
      if let condition = entry.condition { return .unknown(condition) }
      return entry.value.map { .value($0) } ?? .absent
    }
    if let unknown = firstUnknown(in: name) { return .unknown(unknown) }
    return .absent
  }

  private func nameAndValue(_ argument: UwsgiText) -> (name: UwsgiText, value: UwsgiText?) {
    guard let parts = argument.split(atFirst: UInt16(ascii: "=")) else { return (argument, nil) }
    return (parts.head, parts.tail)
  }

  private func compare(
    _ lookup: VariableLookup, with wanted: UwsgiText?
  ) -> (truth: Truth, context: UwsgiText?) {
    switch lookup {
    case .absent: return (.no, nil)
    case .unknown(let unknown): return (.unknown(unknown), nil)
    case .value(let value):
      guard let wanted else { return (.yes, value) }
      guard let isEqual = value.isEqual(to: wanted) else {
        let unknown = firstUnknown(in: value) ?? firstUnknown(in: wanted)
        return (.unknown(unknown ?? UwsgiUnknown(.computed)), value)
      }
      return (isEqual ? .yes : .no, value)
    }
  }

  private func lookUp(_ argument: UwsgiText, _ test: LogicKeyword.Test) -> Truth {
    if argument.isEmpty { return .no }
    guard let name = argument.string else {
      return .unknown(firstUnknown(in: argument) ?? UwsgiUnknown(.computed))
    }
    guard let path = absolutePath(name) else { return .unknown(UwsgiUnknown(.workingDirectory)) }
    switch tree.lookup(path) {
    case .file, .opaqueFile: return test == .folder ? .no : .yes
    case .folder: return test == .file ? .no : .yes
    case .absent: return .no
    case .unknown: return .unknown(UwsgiUnknown(.file(path: path)))
    }
  }

  private func pluginTruth(_ argument: UwsgiText) -> Truth {
    guard let name = argument.string else {
      return .unknown(firstUnknown(in: argument) ?? UwsgiUnknown(.computed))
    }
    if name == "unconfigured" { return .yes }
    switch plugins.presence(of: name) {
    case .present: return .yes
    case .absent: return .no
    case .unknown: return .unknown(UwsgiUnknown(.plugin(name)))
    }
  }

  /// Whether a regular expression is found in the host name; a broken one counts as found.
  private func hostNameMatches(_ argument: UwsgiText) -> Truth {
    guard let pattern = argument.string else {
      return .unknown(firstUnknown(in: argument) ?? UwsgiUnknown(.computed))
    }
    guard let expression = try? PerlPattern(Array(pattern.utf8)) else { return .yes }
    guard let host = machine.hostName else { return .unknown(UwsgiUnknown(.hostName)) }
    return expression.firstMatch(in: Array(host.utf8)) == nil ? .no : .yes
  }
}
