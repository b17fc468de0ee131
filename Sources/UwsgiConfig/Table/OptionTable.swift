internal import SourceText

/// All options of uWSGI's core and of the plugins that come with it.
package struct OptionTable: Sendable {
  /// The options of uWSGI 2.0, read once.
  package static let standard = OptionTable(rows: rows)

  package let options: [OptionSpecification]
  private let indicesByName: [String: [Int]]

  init(rows: String) {
    options = TabbedTable(rows).compactMap(OptionSpecification.init)
    indicesByName = Dictionary(grouping: options.indices) { [options] in options[$0].name }
  }

  /// Every option of this name; more than one where several plugins have one.
  package func options(named name: String) -> [OptionSpecification] {
    (indicesByName[name] ?? []).map { options[$0] }
  }

  /// The option of this name that an instance with these plugins has.
  package func option(named name: String, plugins: Set<String>) -> OptionSpecification? {
    options(named: name).first { $0.plugin == "core" || plugins.contains($0.plugin) }
  }

  /// The known name that a misspelt one is nearest to; nil where none is near.
  package func suggestion(for name: String) -> String? {
    let name = Array(name.utf8)
    let limit = max(1, min(3, name.count / 3))
    var best: (name: String, distance: Int)?
    for option in options where abs(option.name.utf8.count - name.count) <= limit {
      let distance = editDistance(name, Array(option.name.utf8))
      if distance > 0, distance <= limit, distance < best?.distance ?? .max {
        best = (option.name, distance)
      }
    }
    return best?.name
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
