/// The shortest way from some lines to others (Myers, "An O(ND) difference algorithm", 1986).
enum LineDifference {
  enum Step {
    case keep
    case remove
    case insert
  }

  /// Beyond so many steps, the differing part is replaced as a whole.
  private static let mostSteps = 1_000

  typealias Line = ArraySlice<UInt8>

  static func steps(from before: [Line], to after: [Line]) -> [Step] {
    let same = zip(before, after).prefix { $0 == $1 }.count
    let oldRest = before[same...]
    let newRest = after[same...]
    let sameEnd = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let middle = shortest(Array(oldRest.dropLast(sameEnd)), Array(newRest.dropLast(sameEnd)))
    return Array(repeating: .keep, count: same) + middle
      + Array(repeating: .keep, count: sameEnd)
  }

  private static func shortest(_ before: [Line], _ after: [Line]) -> [Step] {
    // The furthest line of `before` reached on each diagonal, for each number of steps.
    var reached: [[Int: Int]] = [[1: 0]]
    for count in 0...min(before.count + after.count, mostSteps) {
      var furthest = reached[count]
      for diagonal in stride(from: -count, through: count, by: 2) {
        let goesDown =
          diagonal == -count
          || (diagonal != count
            && furthest[diagonal - 1, default: 0] < furthest[diagonal + 1, default: 0])
        var old =
          goesDown ? furthest[diagonal + 1, default: 0] : furthest[diagonal - 1, default: 0] + 1
        while old < before.count, old - diagonal < after.count, before[old] == after[old - diagonal]
        {
          old += 1
        }
        furthest[diagonal] = old
        if old >= before.count, old - diagonal >= after.count {
          return backtrack(reached, before.count, after.count)
        }
      }
      reached.append(furthest)
    }
    return Array(repeating: .remove, count: before.count)
      + Array(repeating: .insert, count: after.count)
  }

  private static func backtrack(_ reached: [[Int: Int]], _ old: Int, _ new: Int) -> [Step] {
    var steps: [Step] = []
    var old = old
    var new = new
    for count in stride(from: reached.count - 1, through: 0, by: -1) {
      let furthest = reached[count]
      let diagonal = old - new
      let goesDown =
        diagonal == -count
        || (diagonal != count
          && furthest[diagonal - 1, default: 0] < furthest[diagonal + 1, default: 0])
      let previous = goesDown ? diagonal + 1 : diagonal - 1
      let previousOld = furthest[previous, default: 0]
      let previousNew = previousOld - previous
      while old > previousOld, new > previousNew, old > 0, new > 0 {
        steps.append(.keep)
        old -= 1
        new -= 1
      }
      if count > 0 {
        steps.append(goesDown ? .insert : .remove)
        old = previousOld
        new = previousNew
      }
    }
    return steps.reversed()
  }
}
