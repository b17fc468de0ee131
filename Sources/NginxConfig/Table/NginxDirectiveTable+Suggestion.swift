extension NginxDirectiveTable {
  /// The directive that looks most like a name, those of the context first; nil if none is near.
  func nearestName(to name: String, in context: NginxContext) -> String? {
    let wanted = Array(name.utf8)
    guard (3...40).contains(wanted.count) else { return nil }
    var best: (score: Int, name: String)?
    for command in commands where command.origin == .core || command.origin == .thirdParty {
      let distance = editDistance(wanted, Array(command.name.utf8), limit: max(1, wanted.count / 4))
      guard let distance else { continue }
      let fits = command.contexts.contains(context) || context == .unknown
      let score = distance * 4 + (fits ? 0 : 2) + (command.origin == .core ? 0 : 1)
      if best.map({ score < $0.score }) ?? true {
        best = (score, command.name)
      }
    }
    return best?.name
  }

  /// The number of letters to change, add, drop or swap, if it is at most the limit.
  private func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...max(right.count, 1) where column <= right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + (isSame ? 0 : 1)
        )
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current.append(cost)
      }
      if current.min() ?? 0 > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
