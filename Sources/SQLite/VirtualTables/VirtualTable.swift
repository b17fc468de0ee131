/// A table whose rows stay where they are: SQLite asks for the values that a query reads.
///
/// A class, because it is asked millions of times, and a copy would be counted each time.
package final class VirtualTable {
  /// A column as SQLite declares it.
  package struct Column: Sendable {
    /// What a column holds, and how it is compared.
    package enum Kind: Sendable {
      /// A whole number that no two rows share.
      case key
      case integer
      case text
    }

    package let name: String
    package let kind: Kind

    package init(name: String, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  package let name: String
  package let columns: [Column]

  /// Counted when a query first reads the table: rows may be made no sooner.
  package private(set) lazy var rowCount = countRows()
  private let countRows: () -> Int

  /// The sets of columns that rows are looked up by, those first that leave the fewest rows.
  let lookups: [Lookup]

  /// Columns that rows are looked up by together.
  struct Lookup {
    let columns: ColumnSet

    /// How many rows a lookup finds in a large table: a text such as a name is one of many.
    let expectedRows: Int
  }

  /// How many rows a table has for who makes plans: many, so that plans are those that bear it.
  static let expectedRows = 1 << 20

  /// The value of a column in a row, both counted from 0.
  package let value: (_ row: Int, _ column: Int) -> Value

  /// The lookups are the columns that queries look rows up by, by number: one list for each index.
  package init(
    name: String, columns: [Column], rowCount: @autoclosure @escaping () -> Int, lookups: [[Int]],
    value: @escaping (_ row: Int, _ column: Int) -> Value
  ) {
    precondition(columns.count <= ColumnSet.limit, "a set of columns is one number")
    self.name = name
    self.columns = columns
    countRows = rowCount
    self.value = value
    self.lookups = Self.ordered(lookups, columns)
  }

  /// Whole sets before their beginnings, and single columns only where nothing else helps.
  private static func ordered(
    _ lookups: [[Int]], _ columns: [Column]
  ) -> [Lookup] {
    let keys = columns.indices.filter { columns[$0].kind == .key }.map {
      Lookup(columns: ColumnSet([$0]), expectedRows: 1)
    }
    let beginnings = lookups.flatMap { lookup in
      (0..<lookup.count).map { shorter in
        let isText = lookup.dropLast(shorter).allSatisfy { columns[$0].kind == .text }
        return Lookup(
          columns: ColumnSet(lookup.dropLast(shorter)),
          expectedRows: isText ? expectedRows / 256 : lookup.count - shorter > 1 ? 6 : 10)
      }
    }
    let singles = columns.indices.map {
      Lookup(columns: ColumnSet([$0]), expectedRows: expectedRows / 100)
    }
    var seen: Set<ColumnSet> = []
    return (keys + beginnings.sorted { $0.columns.count > $1.columns.count } + singles).filter {
      seen.insert($0.columns).inserted
    }
  }
}

/// Some of the columns of a table, as the bits of a number.
struct ColumnSet: Hashable {
  private var bits: UInt64

  static let limit = 64

  init() {
    bits = 0
  }

  init(_ columns: some Sequence<Int>) {
    bits = columns.reduce(0) { $0 | 1 << UInt64($1) }
  }

  var isEmpty: Bool { bits == 0 }

  var count: Int { bits.nonzeroBitCount }

  func contains(_ column: Int) -> Bool {
    bits & 1 << UInt64(column) != 0
  }

  func isSubset(of other: ColumnSet) -> Bool {
    bits & other.bits == bits
  }

  mutating func insert(_ column: Int) {
    bits |= 1 << UInt64(column)
  }
}
