/// Finds the name that a misspelt one was meant to be.
enum EditDistance {
  /// The nearest candidate within a third of its length; nil where none is near.
  static func nearest(to name: String, in candidates: [String]) -> String? {
    let scored = candidates.map { (name: $0, distance: distance(name, $0)) }
    let near = scored.filter { $0.distance <= max(1, min(3, $0.name.utf8.count / 3)) }
    return near.min { $0.distance < $1.distance }?.name
  }

  /// How many bytes have to be added, dropped or changed.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8.prefix(64))
    let right = Array(right.utf8.prefix(64))
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let change = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
