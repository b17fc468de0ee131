/// A mode as `chmod` takes it: octal, or symbolic such as `u+rwX,go-w`.
struct ModeChange: Sendable {
  private struct Clause: Sendable {
    var who: Int
    var sign: UInt8
    var bits = 0

    /// The set-id and sticky bits.
    var special = 0

    /// `X`: execution for folders, and for files that somebody may run already.
    var executesWhereUseful = false
  }

  private var octal: Int?
  private var clauses: [Clause] = []

  /// Reads a mode; nil for a text that is none.
  init?(_ text: String) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "7")
    if !text.isEmpty, text.utf8.allSatisfy(digits.contains) {
      octal = Int(text, radix: 8)
      return
    }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard appendClauses(of: Array(part.utf8)) else { return nil }
    }
  }

  /// The mode after the change; nil where the one before is needed and not known.
  func applied(to mode: Int?, isFolder: Bool) -> Int? {
    if let octal { return octal }
    guard var mode else { return nil }
    for clause in clauses {
      var bits = clause.bits
      if clause.executesWhereUseful, isFolder || mode & 0o111 != 0 { bits |= 0o111 }
      bits = bits & clause.who | clause.special
      switch clause.sign {
      case UInt8(ascii: "+"): mode |= bits
      case UInt8(ascii: "-"): mode &= ~bits
      default: mode = mode & ~clause.who | bits
      }
    }
    return mode
  }

  private mutating func appendClauses(of part: [UInt8]) -> Bool {
    var position = 0
    var who = 0
    while position < part.count, let bits = Self.who(part[position]) {
      who |= bits
      position += 1
    }
    guard position < part.count else { return false }
    while position < part.count {
      guard "+-=".utf8.contains(part[position]) else { return false }
      var clause = Clause(who: who == 0 ? 0o777 : who, sign: part[position])
      position += 1
      while position < part.count, !"+-=".utf8.contains(part[position]) {
        guard Self.add(part[position], who: who, to: &clause) else { return false }
        position += 1
      }
      clauses.append(clause)
    }
    return true
  }

  private static func who(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "u"): 0o700
    case UInt8(ascii: "g"): 0o070
    case UInt8(ascii: "o"): 0o007
    case UInt8(ascii: "a"): 0o777
    default: nil
    }
  }

  private static func add(_ letter: UInt8, who: Int, to clause: inout Clause) -> Bool {
    switch letter {
    case UInt8(ascii: "r"): clause.bits |= 0o444
    // Where nobody is named the umask counts, which is 022 in a build.
    case UInt8(ascii: "w"): clause.bits |= who == 0 ? 0o200 : 0o222
    case UInt8(ascii: "x"): clause.bits |= 0o111
    case UInt8(ascii: "X"): clause.executesWhereUseful = true
    case UInt8(ascii: "t"): clause.special |= 0o1000
    case UInt8(ascii: "s"):
      if who == 0 || who & 0o700 != 0 { clause.special |= 0o4000 }
      if who == 0 || who & 0o070 != 0 { clause.special |= 0o2000 }
    default: return false
    }
    return true
  }
}
