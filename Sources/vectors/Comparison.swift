/// Counts the inputs on which we agree with a program, and prints where we do not.
package struct Comparison {
  package private(set) var agreed = 0
  package private(set) var total = 0

  package init() {}

  /// Takes in one input: it agrees where no difference is told.
  mutating func record(_ name: String, differences: [String]) {
    total += 1
    if differences.isEmpty { agreed += 1 }
    for difference in differences {
      print("\(name): \(difference)")
    }
  }
}
