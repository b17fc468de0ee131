import Machine
import SourceText

extension Loader {
  /// Checks that a value has the form that its option wants; uWSGI leaves where it has another.
  mutating func checkForm(_ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification) {
    guard value.isKnown else { return }
    for rule in ValueForm.rules(for: option.name) where !rule.test.holds(for: value) {
      refuse(
        .malformedValue(option: option.name, value.description, rule.form), at: entry.valueSpan)
      return
    }
    checkNamespaces(value, entry, option)
    checkLegion(value, entry, option)
    checkAccount(value, entry, option)
    if ValueForm.isRoute(option.name) { checkRoute(value, entry, option) }
  }

  /// The processes of routers look up their users at once (`uwsgi_opt_uid`).
  private mutating func checkAccount(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard option.kind == .user || option.kind == .group, option.plugin != "core",
      let name = value.string, Int(name).map({ $0 > 0 }) != true
    else { return }
    if option.kind == .user {
      if case .absent = accounts.user(named: name) {
        refuse(.unknownSocketUser(name), at: entry.valueSpan)
      }
    } else if case .absent = accounts.group(named: name) {
      refuse(.unknownSocketGroup(name), at: entry.valueSpan)
    }
  }

  /// Checks the names of `clone()`'s flags (`uwsgi_build_unshare`).
  private mutating func checkNamespaces(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard ["unshare", "unshare2", "emperor-use-clone"].contains(option.name) else { return }
    let names = value.units.split(separator: UInt16(ascii: ",")).map {
      UwsgiText(units: $0).description
    }
    if let name = names.first(where: { !Self.namespaces.contains($0) }) {
      refuse(
        .malformedValue(option: option.name, value.description, .namespace(name)),
        at: entry.valueSpan)
    }
  }

  private static let namespaces: Set<String> = [
    "files", "fs", "io", "ipc", "mnt", "mount", "net", "ns", "parent", "pid", "sysvsem", "user",
    "uts",
  ]

  private mutating func checkLegion(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    guard option.name.hasPrefix("legion-"), !option.name.hasPrefix("legion-mcast"),
      let form = ValueForm.rules(for: option.name).first?.form,
      [.legionNode, .legionAction, .legionQuorum, .legionScroll].contains(form),
      let name = value.split(atFirst: UInt16(ascii: " "))?.head
    else { return }
    let declared = applied.filter { $0.name == "legion" || $0.name == "legion-mcast" }
      .map { $0.value?.words.first }
    let mayBe = declared.contains { $0 == nil || $0 == name || $0?.isKnown == false }
    if !mayBe {
      refuse(
        .malformedValue(
          option: option.name, value.description, .knownLegion(name.description)),
        at: entry.valueSpan)
    }
  }

  /// Checks `condition:subject router:arguments`, as far as an option wants it (`core/routing.c`).
  private mutating func checkRoute(
    _ value: UwsgiText, _ entry: Entry, _ option: OptionSpecification
  ) {
    var command = value
    if !option.name.hasSuffix("-run"), let parts = value.split(atFirst: UInt16(ascii: " ")) {
      command = parts.tail
      let isCondition = option.name.hasSuffix("-if") || option.name.hasSuffix("-if-not")
      if isCondition, let form = failure(ofCondition: parts.head) {
        refuse(
          .malformedValue(option: option.name, value.description, form), at: entry.valueSpan)
        return
      }
    }
    guard let router = command.split(atFirst: UInt16(ascii: ":"))?.head.description else {
      refuse(
        .malformedValue(option: option.name, value.description, .route), at: entry.valueSpan)
      return
    }
    let own = Set(table.options.map(\.plugin))
    if routers.isMissing(router, from: plugins, ownPlugins: own) {
      refuse(
        .malformedValue(option: option.name, value.description, .knownRouter),
        at: entry.valueSpan)
    }
  }

  private func failure(ofCondition text: UwsgiText) -> ValueForm? {
    guard let name = text.split(atFirst: UInt16(ascii: ":"))?.head.description else {
      return .routeCondition
    }
    return routers.conditions.contains(name) || plugins.mayHaveMore
      ? nil : .knownRouteCondition(name)
  }

  private var routers: RouterTable { RouterTable.standard }
}
