internal import SourceText

extension NginxDirectiveTable {
  /// The directive that looks most like a name, those of the context first; nil if none is near.
  func nearestName(to name: String, in context: NginxContext) -> String? {
    let wanted = Array(name.utf8)
    guard (3...40).contains(wanted.count) else { return nil }
    var best: (score: Int, name: String)?
    for command in commands where command.origin == .core || command.origin == .thirdParty {
      let limit = max(1, wanted.count / 4)
      guard let distance = Spelling.distance(wanted, Array(command.name.utf8), limit: limit)
      else { continue }
      let fits = command.contexts.contains(context) || context == .unknown
      let score = distance * 4 + (fits ? 0 : 2) + (command.origin == .core ? 0 : 1)
      if best.map({ score < $0.score }) ?? true {
        best = (score, command.name)
      }
    }
    return best?.name
  }
}
