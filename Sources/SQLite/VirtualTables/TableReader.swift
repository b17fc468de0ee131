internal import CSQLite
internal import Glibc

/// A virtual table with the plans that queries have made so far.
@safe final class TableReader {
  private(set) var table: VirtualTable

  /// How SQLite calls its functions; it holds the address for as long as the table.
  let module: UnsafeMutablePointer<sqlite3_module>

  private(set) var plans: [TablePlan] = []
  private var numbers: [TablePlan.Lookup: Int] = [:]
  private var indexes: [[Int]: TableIndex] = [:]

  init(_ table: VirtualTable) {
    self.table = table
    unsafe module = .allocate(capacity: 1)
    unsafe module.initialize(to: .forReading())
  }

  deinit {
    unsafe module.deallocate()
  }

  func fill(_ filled: VirtualTable) {
    precondition(indexes.isEmpty, "a table is filled before it is read")
    table = filled
  }

  var declaration: String {
    let columns = table.columns.map { "\($0.name) \($0.kind == .text ? "TEXT" : "INTEGER")" }
    return "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")))"
  }

  /// Tells SQLite by which of the columns that it knows rows are best looked up, and at what cost.
  func plan(_ info: inout sqlite3_index_info) {
    let count = Int(info.nConstraint)
    let constraints = unsafe UnsafeBufferPointer(start: info.aConstraint, count: count)
    var known = ColumnSet()
    var places = [Int](repeating: 0, count: table.columns.count)
    for place in unsafe constraints.indices.reversed() where unsafe constraints[place].isEquality {
      let column = Int(unsafe constraints[place].iColumn)
      if table.columns[column].kind == .text, unsafe !info.comparesBytes(at: place) { continue }
      known.insert(column)
      places[column] = place
    }
    guard let chosen = table.lookups.first(where: { $0.columns.isSubset(of: known) }) else {
      unsafe info.expect(VirtualTable.expectedRows)
      unsafe info.idxNum = -1
      return
    }
    let columns = table.columns.indices.filter(chosen.columns.contains)
    var lookup = TablePlan.Lookup(columns: columns, nullable: ColumnSet())
    for (position, column) in columns.enumerated() {
      let place = places[column]
      let matchesNull = unsafe constraints[place].matchesNull
      if matchesNull { lookup.nullable.insert(column) }
      unsafe info.aConstraintUsage[place].argvIndex = Int32(position + 1)
      // What the index has found need not be compared again.
      unsafe info.aConstraintUsage[place].omit = matchesNull ? 0 : 1
    }
    unsafe info.idxNum = Int32(number(of: lookup))
    unsafe info.expect(chosen.expectedRows)
    if chosen.expectedRows == 1 { unsafe info.idxFlags = SQLITE_INDEX_SCAN_UNIQUE }
  }

  private func number(of lookup: TablePlan.Lookup) -> Int {
    if let number = numbers[lookup] { return number }
    plans.append(TablePlan(lookup, of: table))
    numbers[lookup] = plans.count - 1
    return plans.count - 1
  }

  func index(of plan: TablePlan) -> TableIndex {
    if let index = plan.index { return index }
    let index = index(by: plan.lookup.columns)
    plan.index = index
    return index
  }

  /// Made when first asked for: most are never.
  func index(by columns: [Int]) -> TableIndex {
    if let index = indexes[columns] { return index }
    let index = TableIndex(table, by: columns)
    indexes[columns] = index
    return index
  }
}

extension sqlite3_index_info {
  /// Whether texts are equal only where all of their bytes are.
  fileprivate mutating func comparesBytes(at place: Int) -> Bool {
    guard let name = unsafe sqlite3_vtab_collation(&self, Int32(place)) else { return false }
    return unsafe strcmp(name, "BINARY") == 0
  }

  /// In SQLite's measure: a look at its own indexes costs about as much.
  fileprivate mutating func expect(_ rows: Int) {
    unsafe estimatedRows = Int64(rows)
    unsafe estimatedCost = Double(20 + 4 * rows)
  }
}

extension sqlite3_index_constraint {
  /// Whether a query gives the value that a column is to have, and gives it in time.
  fileprivate var isEquality: Bool {
    usable != 0 && iColumn >= 0 && (Int32(op) == SQLITE_INDEX_CONSTRAINT_EQ || matchesNull)
  }

  /// Whether NULL is looked for as another value is.
  fileprivate var matchesNull: Bool {
    Int32(op) == SQLITE_INDEX_CONSTRAINT_IS || Int32(op) == SQLITE_INDEX_CONSTRAINT_ISNULL
  }
}
